import { afterAll, beforeAll, expect, test } from 'vitest';
import { serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** What stands in brackets counts: every answer keeps to it, and says so. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.go('draft');
});
afterAll(async () => {
  await bench.end();
});

const bracket = (name: string) => bench.page.getByRole('button', { name: `Put ${name} in brackets, or take it out` });
const issue = (id: string) => bench.page.locator(`#issue-${id}`);
const foreign = /Observers of a third country[\s\S]*excluded by/;

test('a bracket of two choices narrows what remains elsewhere', async () => {
  expect(await issue('observers').innerText()).not.toMatch(foreign);
  await bracket('Not mentioned').click();
  await bracket('Recognised').click();
  await bench.settled();
  expect(await bench.page.locator('.paper').innerText()).toContain('[Not mentioned | Recognised]');
  expect(await bench.page.locator('.paper').innerText()).toContain('Every answer keeps to what stands in brackets');
  expect(await issue('observers').innerText(), 'silent is excluded with them, recognised altogether').toMatch(foreign);
  await bracket('Deferred').click();
  await bench.settled();
  expect(await issue('observers').innerText(), 'a third choice in the bracket lets them in again').not.toMatch(foreign);
  await bracket('Deferred').click();
  await bench.settled();
});

test('the numbers of packages keep to the bracket', async () => {
  const count = () => issue('crossing').locator('.count').first().innerText();
  await bench.page.locator('summary', { hasText: 'Details: numbers' }).click();
  await bench.settled();
  const narrow = Number((await count()).replace(/\D/g, ''));
  await bench.page.getByRole('button', { name: 'Leave open: Words on status' }).click();
  await bench.settled();
  expect(Number((await count()).replace(/\D/g, ''))).toBeGreaterThan(narrow);
  await bench.page.locator('footer').getByRole('button', { name: 'Undo' }).click();
  await bench.page.locator('summary', { hasText: 'Details: numbers' }).click();
  await bench.settled();
});

test('a choice the bracket shuts out says so, and the bracket itself is named among what would open it', async () => {
  await issue('observers').getByRole('button', { name: /excluded by/ }).first().click();
  await bench.settled();
  expect(await issue('observers').innerText()).toContain(`the draft's brackets on "Words on status"`);
  await bench.page.getByRole('button', { name: 'Observers of a third country, for' }).click();
  await bench.settled();
  await bench.go('why');
  expect(await bench.page.locator('main').innerText()).toContain(`the draft's brackets on "Words on status"`);
  await bench.page.getByLabel('The draft on the bench is part of this question.').uncheck();
  await bench.settled();
  expect(await bench.page.locator('main').innerText()).toContain('There is a package within the limits in force.');
  await bench.go('draft');
  await bench.page.getByRole('button', { name: 'Leave all open' }).click();
  await bench.settled();
});

test('a stretch of a long scale stands in brackets by its two ends', async () => {
  const water = issue('water');
  await water.locator('summary').click();
  await water.getByLabel('In brackets from, for Share of the water for Eastland').selectOption('20');
  await water.getByLabel('In brackets to, for Share of the water for Eastland').selectOption('40');
  await bench.settled();
  expect(await bench.page.locator('.paper').innerText()).toMatch(/\[20 ?% – 40 ?%\]/);
  expect(await serious(bench)).toEqual([]);
  await bench.estimates('first');
  await bench.go('picture');
  await bench.page.locator('main svg circle.point').first().press('Enter');
  const shown = await bench.page.locator('section.picked').innerText();
  expect(shown, 'the picture keeps to it').toMatch(/Share of the water for Eastland: (20|30|40) ?%/);
});
