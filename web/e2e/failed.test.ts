import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Bench, firstCase } from './support/bench.ts';

/** What follows an answer may fail by itself: the page says which, in its own place, and that the answer stands. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open(() => firstCase());
  await bench.settled();
});
afterEach(async () => {
  await bench.page.unroute('**/api/draft');
});
afterAll(() => bench.close());

const alerts = () => bench.page.getByRole('alert');
const choices = () => bench.page.locator('main fieldset.issue').first().locator('button.pick');

/** Refuses the questions to /api/draft that hold some words. */
async function refuse(words: string): Promise<void> {
  await bench.page.route('**/api/draft', async (route) => {
    if (!route.request().postData()?.includes(words)) return route.continue();
    return route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ schema: 'detente.error/1', code: 'too-slow', message: 'no answer', hint: null }) });
  });
}

test.each(['draft', 'fund'])('%s: what excludes each choice was not worked out, and can be asked for again', async (view) => {
  await refuse('"excluded_by":true');
  await bench.go('overview');
  await bench.go(view);
  await alerts().waitFor();
  const said = await alerts().innerText();
  expect(said).toContain('What excludes each choice is not known of this draft.');
  expect(said, 'that a choice is excluded is of this draft').not.toContain('What is shown is the last answer');
  await bench.page.unroute('**/api/draft');
  await alerts().getByRole('button', { name: 'Ask again' }).click();
  await bench.settled();
  expect(await alerts().count()).toBe(0);
});

test('fund: the states of choices look old where the newest draft was not answered', async () => {
  await bench.go('fund');
  await refuse('"draft"');
  await bench.page.locator('main').getByRole('slider').first().press('ArrowRight');
  await alerts().waitFor();
  expect(await alerts().innerText()).toContain('What is shown is the last answer, now old.');
  await expect.poll(() => bench.page.locator('.aged', { has: bench.page.locator('fieldset.issue') }).count()).toBe(1);
  await bench.page.unroute('**/api/draft');
  await alerts().getByRole('button', { name: 'Ask again' }).click();
  await bench.settled();
  expect(await bench.page.locator('.aged').count()).toBe(0);
});

test('what the draft can still be worth: the trouble goes with the estimates it was about', async () => {
  await bench.page.getByRole('button', { name: 'Undo' }).first().click();
  await bench.settled();
  await refuse('"reach":true');
  await bench.go('draft');
  await bench.estimates((await bench.page.locator('header select').first().locator('option').nth(1).getAttribute('value')) ?? '');
  await alerts().waitFor();
  await bench.estimates((await bench.page.locator('header select').first().locator('option').first().getAttribute('value')) ?? '');
  expect(await alerts().count()).toBe(0);
  expect(await choices().count()).toBeGreaterThan(0);
});
