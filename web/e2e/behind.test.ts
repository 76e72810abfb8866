import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeLarge } from './support/large.ts';

/** In a large case an answer stands at once and more is worked out behind it; where that fails, the answer does not pass for old. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeLarge(dir));
  await bench.settled();
});
afterAll(() => bench.close());

const refused = { status: 503, contentType: 'application/json', body: JSON.stringify({ schema: 'detente.error/1', code: 'too-slow', message: 'no answer', hint: null }) };

test.each(['draft', 'picture'])('%s: what is shown is said to be current', async (view) => {
  let jobs = 0;
  await bench.page.route('**/api/jobs', (route) => {
    jobs++;
    return route.fulfill(refused);
  });
  await bench.page.click('nav a[href="#/overview"]');
  await bench.page.locator('header select').first().selectOption('guess');
  await bench.page.click(`nav a[href="#/${view}"]`);
  await expect.poll(() => jobs, { timeout: 60_000 }).toBe(1);
  const alert = bench.page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('What is shown is current; what was being worked out behind it did not arrive.');
  expect(await alert.innerText()).not.toContain('old');
  expect(await bench.page.locator('main .old, main .aged').count()).toBe(0);
  await bench.page.unroute('**/api/jobs');
});

test('it goes when another draft is asked about', async () => {
  await bench.page.click('nav a[href="#/draft"]');
  await bench.page.route('**/api/jobs', (route) => route.fulfill(refused));
  await bench.page.getByRole('button', { name: /, for Point 1$/ }).first().click();
  await bench.page.getByRole('alert').waitFor({ timeout: 60_000 });
  // No answer to the next draft: nothing of it can fail behind it.
  await bench.page.route('**/api/draft', () => undefined);
  await bench.page.getByRole('button', { name: /, for Point 2$/ }).first().click();
  await bench.page.getByRole('alert').waitFor({ state: 'detached' });
});
