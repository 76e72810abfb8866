import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Examples in the picture of all parties come apart from it: until they do, those shown are said to be of the previous answer. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 4));
  await bench.settled();
  await bench.estimates('first');
  await bench.go('picture');
  await bench.page.getByLabel('All parties').check();
  await bench.settled();
  await bench.page.locator('summary', { hasText: 'The same as a table' }).click();
});
afterEach(async () => {
  await bench.page.unrouteAll();
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await bench.settled();
});
afterAll(() => bench.close());

const failed = (code: string) => ({ status: 503, contentType: 'application/json', body: JSON.stringify({ schema: 'detente.error/1', code, message: 'no answer' }) });
const move = async () => {
  const line = bench.page.locator('main svg').getByRole('slider', { name: /Bottom line of Eastland/ });
  for (let i = 0; i < 4; i++) await line.press('PageUp');
};
const main = () => bench.page.locator('main').innerText();
const EARLIER = 'of the previous answer';

test('examples that no newer answer has replaced are said to be earlier ones, in the key, the list and the table', async () => {
  expect(await main()).not.toContain(EARLIER);
  await bench.page.route('**/api/examples', (route) => route.fulfill(failed('too-slow')));
  await move();
  await bench.page.getByRole('alert').waitFor();
  await bench.settled();
  expect(await bench.page.getByRole('list', { name: 'Lines' }).innerText()).toContain(EARLIER);
  const rows = await bench.page.locator('main table tbody tr', { hasText: 'example' }).allInnerTexts();
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(row).toContain(EARLIER);
  expect(await bench.page.locator('main table tbody tr.past').count()).toBeGreaterThan(0);
  const fresh = await bench.page.locator('main table tbody tr:not(.past) td:first-child').allInnerTexts();
  expect(Math.min(...fresh.map(Number)), 'what is not pale has the points of the bench as it is').toBeGreaterThanOrEqual(50);
  expect(await serious(bench)).toEqual([]);
});

test('examples that were not found are asked for again, not the picture', async () => {
  await bench.page.route('**/api/examples', (route) => route.fulfill(failed('too-slow')));
  await move();
  await bench.page.getByRole('alert').waitFor();
  await bench.settled();
  await bench.page.unroute('**/api/examples');
  const asked: string[] = [];
  bench.page.on('request', (r) => void (r.method() === 'POST' && asked.push(new URL(r.url()).pathname)));
  await bench.page.getByRole('button', { name: 'Ask again' }).click();
  await bench.settled();
  expect(asked).toEqual(['/api/examples']);
  expect(await bench.page.getByRole('alert').count()).toBe(0);
  expect(await main()).not.toContain(EARLIER);
});

test('it says why there are no more examples', async () => {
  await bench.page.route('**/api/examples', async (route) => {
    const doc = await (await route.fetch()).json();
    doc.answers[0].examples_end = 'out-of-reach';
    await route.fulfill({ json: doc });
  });
  await move();
  await bench.settled();
  expect(await main()).toContain('Examples: Whether there are more, and how unlike these, was not decided: the search ended at its limit.');
});
