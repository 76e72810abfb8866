import { afterAll, beforeAll, expect, test } from 'vitest';
import { serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Drafts side by side: examples are added on request, with a word where there are none or no more, and a way out where they fail. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.go('compare');
});
afterAll(() => bench.close());

const add = () => bench.page.getByRole('button', { name: 'Add examples within the stated limits' });
const main = () => bench.page.locator('main').innerText();

test('where examples fail the page says why, and asks again', async () => {
  await bench.page.route('**/api/examples', (route) => route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ schema: 'detente.error/1', code: 'too-slow', message: 'no answer' }) }));
  await add().click();
  await bench.page.getByText('This took longer than allowed.').waitFor({ timeout: 5_000 });
  await bench.page.unroute('**/api/examples');
  await bench.page.getByRole('button', { name: 'Ask again' }).click();
  await bench.settled();
  expect(await bench.page.getByRole('alert').count()).toBe(0);
  expect(await bench.page.getByRole('checkbox', { name: /^Example \d$/ }).count()).toBe(3);
  expect(await add().count()).toBe(0);
});

test('examples of other limits can be asked for anew, and say why there are no more', async () => {
  await bench.go('draft');
  await bench.page.getByRole('switch', { name: /Westland: never Words on status: Recognised/ }).uncheck();
  await bench.settled();
  await bench.go('compare');
  await bench.page.route('**/api/examples', async (route) => {
    const doc = await (await route.fetch()).json();
    await route.fulfill({ json: { ...doc, stated: doc.stated.slice(0, 2), stated_end: 'no-other' } });
  });
  await add().click();
  await bench.settled();
  expect(await main()).toContain('There is no other package.');
  expect(await serious(bench)).toEqual([]);
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await bench.settled();
  expect(await main(), 'that was said of other limits').not.toContain('There is no other package.');
  await bench.page.unroute('**/api/examples');
  await add().click();
  await bench.settled();
  expect(await bench.page.getByRole('checkbox', { name: /^Example \d$/ }).count()).toBe(3);
});
