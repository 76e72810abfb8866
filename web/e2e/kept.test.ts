import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Where a question exceeds its time or memory the last answer stays, looks old, and the page says why. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.go('draft');
});
afterAll(() => bench.close());

test.each([
  ['too-slow', 'This took longer than allowed.'],
  ['out-of-memory', 'This took more memory than is allowed.'],
])('%s keeps the last answer, marked old', async (code, said) => {
  const before = await bench.page.locator('#issue-status').innerText();
  await bench.page.route('**/api/draft', (route) => route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ schema: 'detente.error/1', code, message: 'no answer', hint: 'a way out' }) }));
  await bench.page.getByRole('button', { name: 'Observers of a third country, for' }).click();
  await bench.page.getByText(said).waitFor();
  expect(await bench.page.getByRole('alert').innerText()).toContain('What is shown is the last answer, now old.');
  expect(await bench.page.locator('#issue-status').innerText()).toContain(before.split('\n')[0] ?? '');
  await bench.page.waitForFunction(() => [...document.querySelectorAll('.aged')].some((e) => Number(getComputedStyle(e).opacity) < 1));
  await bench.page.unroute('**/api/draft');
  await bench.page.getByRole('button', { name: 'Ask again' }).click();
  await bench.settled();
  expect(await bench.page.getByRole('alert').count()).toBe(0);
  expect(await bench.page.locator('.aged').count()).toBe(0);
});
