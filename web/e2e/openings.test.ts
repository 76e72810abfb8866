import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { WhyDoc } from '../src/api/wire.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** What would open a draft or a choice: said of a whole list alone, and asked once the hand rests. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
});
afterEach(() => bench.page.unroute('**/api/why'));
afterAll(async () => {
  expect(bench.wrong).toEqual([]);
  await bench.close();
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
