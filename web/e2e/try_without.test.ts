import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** "Try without" answers the question of the list it stands in, and no longer than that question stands. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
});
afterAll(async () => {
  await bench.end();
});
beforeEach(async () => {
  await bench.page.reload();
  await bench.settled();
  await bench.go('draft');
});

const choice = (name: string) => bench.page.getByRole('button', { name: `${name}, for` });
const part = (head: string | RegExp) => bench.page.locator('section.card', { has: bench.page.getByRole('heading', { level: 3, name: head }) });
const stated = () => part('From the stated limits alone');
const set = (within: ReturnType<typeof part>, limit: string) => within.locator('.set', { hasText: limit });
const tried = (within: ReturnType<typeof part>) => within.locator('.tried');

/** Both bottom lines where no package reaches them together. */
async function outOfReach(): Promise<void> {
  await bench.estimates('first');
  for (const slider of await bench.page.getByRole('slider', { name: /^Bottom line of/ }).all()) await slider.press('End');
  await bench.settled();
}
async function tryWithout(within: ReturnType<typeof part>, limit: string): Promise<void> {
  await set(within, limit).first().getByRole('button', { name: 'Try without' }).click();
  await bench.settled();
}

test('under the stated limits alone it says what follows from them, whatever estimates would add', async () => {
  await outOfReach();
  await choice('Recognised').click();
  await bench.settled();
  await bench.go('why');
  await tryWithout(stated(), 'Westland: never Words on status: Recognised');
  expect(await tried(stated()).innerText()).toContain('there are packages.');
});

test('where the draft is no part of the question, it is no part of what is tried', async () => {
  await outOfReach();
  await choice('Recognised').click();
  await bench.settled();
  await bench.go('why');
  await bench.page.getByLabel('The draft on the bench is part of this question.').uncheck();
  await bench.settled();
  const second = part(/What estimates "first" add/);
  await tryWithout(second, 'Eastland: its bottom line');
  expect(await tried(second).innerText()).toContain('there are packages.');
});

test('it goes when the question changes, though the list names the same limit again', async () => {
  await choice('Recognised').click();
  await choice('Open in daytime').click();
  await bench.settled();
  await bench.go('why');
  await tryWithout(stated(), 'Westland: never Words on status: Recognised');
  expect(await tried(stated()).count()).toBe(1);
  await bench.page.locator('footer').getByRole('button', { name: 'Undo' }).click();
  await bench.settled();
  expect(await set(stated(), 'Westland: never Words on status: Recognised').count(), 'still listed').toBe(1);
  expect(await tried(stated()).count()).toBe(0);
});
