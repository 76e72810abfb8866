import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WhyDoc } from '../src/api/wire.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { Hand } from './support/hand.ts';

/** What would open a draft or a choice: said of a whole list alone, and asked once the hand rests. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
});
afterEach(() => bench.page.unroute('**/api/why'));
afterAll(async () => {
  await bench.end();
});

const choice = (name: string) => bench.page.getByRole('button', { name: `${name}, for` });
const RULES = 'No set of limits opens it: the rules of the case exclude it.';
const UNKNOWN = 'No set of limits that opens it was found, but the list is not complete';

/** The list as it would be with nothing found. */
async function nothingFound(complete: boolean): Promise<void> {
  await bench.page.route('**/api/why', async (route: Route) => {
    const answer = await route.fetch();
    const doc = (await answer.json()) as WhyDoc;
    await route.fulfill({ response: answer, json: { ...doc, stated: { ...doc.stated, relaxations: [], complete } } });
  });
}

test.each([
  { complete: false, said: UNKNOWN, not: RULES },
  { complete: true, said: RULES, not: UNKNOWN },
])('with nothing in the list, complete: $complete, the page says "$said"', async ({ complete, said, not }) => {
  await nothingFound(complete);
  await bench.go('draft');
  await bench.page.locator('#issue-status').getByRole('button', { name: /^excluded by 1 limit/ }).click();
  await bench.settled();
  const ofChoice = await bench.page.locator('#issue-status').innerText();
  expect(ofChoice).toContain(said);
  expect(ofChoice).not.toContain(not);
  await bench.page.locator('#issue-status').getByRole('button', { name: /^excluded by 1 limit/ }).click();
  await choice('Recognised').click();
  await bench.settled();
  await bench.go('why');
  const ofDraft = await bench.page.locator('main').innerText();
  expect(ofDraft).toContain(said);
  expect(ofDraft).not.toContain(not);
  await bench.go('draft');
  await choice('Recognised').click();
  await bench.settled();
});

test('while a hand moves, what would open the draft waits, looks old, and nothing asked for it before runs on', async () => {
  await bench.estimates('first');
  await choice('Recognised').click();
  await bench.settled();
  await bench.page.getByRole('button', { name: 'What would have to move' }).click();
  await bench.settled();
  const list = bench.page.getByText('Each of these opens it:').first();
  await list.waitFor();
  const ended: string[] = [];
  bench.page.on('requestfinished', (r) => { if (r.url().endsWith('/api/why')) ended.push('answered'); });
  bench.page.on('requestfailed', (r) => { if (r.url().endsWith('/api/why')) ended.push('aborted'); });
  let go = (): void => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  let asked = 0;
  await bench.page.route('**/api/why', async (route) => {
    asked++;
    await held;
    // A question that was aborted meanwhile has no one to answer to.
    await route.continue().catch(() => undefined);
  });
  const line = bench.page.getByRole('slider', { name: /^Bottom line of Eastland/ });
  const hand = await Hand.on(line, 0.3);
  for (let step = 1; step <= 12; step++) await hand.to(0.3 + step / 40);
  await hand.letGo();
  await expect.poll(() => asked).toBeGreaterThan(0);
  const marked = bench.page.locator('.card', { has: list }).locator('.aged');
  const old = await marked.count();
  go();
  await bench.settled();
  expect(ended.filter((how) => how === 'answered')).toHaveLength(1);
  expect(old, 'the list of before, marked old').toBe(1);
  expect(await marked.count()).toBe(0);
});
