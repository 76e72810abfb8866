import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench, firstCase } from './support/bench.ts';

/** Nobody waits for what a view asked once the view is left: the question ends, and the server is free. */
let bench: Bench;
let go = (): void => {};

beforeAll(async () => {
  bench = await Bench.open(() => firstCase());
  await bench.settled();
  await bench.page.locator('header select').first().selectOption({ index: 2 });
  await bench.settled();
});
afterAll(() => bench.close());

/** Holds back every answer to one kind of question; says how each question ended. */
async function held(kind: string): Promise<string[]> {
  const ended: string[] = [];
  const until = new Promise<void>((resolve) => (go = resolve));
  const address = `/api/${kind}`;
  bench.page.on('requestfinished', (r) => { if (r.url().endsWith(address)) ended.push('answered'); });
  bench.page.on('requestfailed', (r) => { if (r.url().endsWith(address)) ended.push('aborted'); });
  await bench.page.route(`**${address}`, async (route) => {
    await until;
    // A question that was aborted meanwhile has no one to answer to.
    await route.continue().catch(() => undefined);
  });
  return ended;
}

test.each(['overview', 'why', 'moves', 'map', 'fund', 'process'])('%s', async (view) => {
  const [kind, other] = [{ moves: 'gives' }[view] ?? view, view === 'process' ? 'evidence' : 'process'];
  await bench.page.click(`nav a[href="#/${other}"]`);
  await bench.settled();
  const ended = await held(kind);
  const asked = bench.page.waitForRequest(`**/api/${kind}`);
  await bench.page.click(`nav a[href="#/${view}"]`);
  await asked;
  await bench.page.click(`nav a[href="#/${other}"]`);
  await bench.page.locator('main h2').first().waitFor();
  go();
  await bench.settled();
  expect(ended).toEqual(['aborted']);
  await bench.page.unroute(`**/api/${kind}`);
});

test.each([
  { view: 'picture', kind: 'draft', what: 'a package that was picked', press: () => bench.page.locator('main svg circle.point').first().press('Enter') },
  { view: 'compare', kind: 'examples', what: 'examples to compare', press: () => bench.page.getByRole('button', { name: 'Add examples within the stated limits' }).click() },
])('$what', async ({ view, kind, press }) => {
  await bench.go(view);
  const ended = await held(kind);
  const asked = bench.page.waitForRequest(`**/api/${kind}`);
  await press();
  await asked;
  await bench.page.click('nav a[href="#/process"]');
  await bench.page.locator('main h2').first().waitFor();
  go();
  await bench.settled();
  expect(ended).toEqual(['aborted']);
  await bench.page.unroute(`**/api/${kind}`);
});

test('numbers that nobody looks at any more', async () => {
  await bench.go('draft');
  const ended = await held('remaining');
  const asked = bench.page.waitForRequest('**/api/remaining');
  const numbers = bench.page.locator('summary', { hasText: 'Details: numbers' });
  await numbers.click();
  await asked;
  await numbers.click();
  go();
  await bench.settled();
  expect(ended).toEqual(['aborted']);
});
