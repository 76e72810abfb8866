import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench, firstCase } from './support/bench.ts';

/** Territory and fund on the first case, without a name of it: the map and the flows follow the draft. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open(() => firstCase());
  await bench.settled();
});
afterAll(async () => {
  await bench.end();
});

test('the map shows every unit, and its sums follow the draft', async () => {
  await bench.go('map');
  expect(await bench.page.locator('main svg g[role=button]').count()).toBe(27);
  const lists = bench.page.locator('main select');
  const parts = await lists.count();
  for (let i = 0; i < parts; i++) await lists.nth(i).selectOption({ index: 1 + (i % 3) });
  await bench.settled();
  const sums = bench.page.locator('section:has(h3:text("What the draft makes of it"))');
  expect(await sums.innerText()).toMatch(/\d{1,3},\d{3}/);
  await bench.page.locator('main svg g[role=button]').first().press('Enter');
  expect(await bench.page.locator('main').innerText()).toMatch(/km² · /);
});

test('what is negotiated by units is weighed as one, and the weight can be supposed', async () => {
  await bench.page.locator('header select').first().selectOption({ index: 2 });
  await bench.go('draft');
  const weights = bench.page.locator('fieldset:has(legend:text("Weights"))');
  await weights.locator('summary').first().click();
  const territory = weights.getByRole('slider', { name: /territory/i }).first();
  const before = await territory.getAttribute('aria-valuenow') ?? await territory.inputValue();
  await territory.press('ArrowRight');
  await bench.settled();
  expect(await territory.getAttribute('aria-valuenow') ?? await territory.inputValue()).not.toBe(before);
  expect(await bench.page.locator('[role=alert]').allInnerTexts()).toEqual([]);
  await bench.page.getByRole('button', { name: 'Undo' }).first().click();
  await bench.settled();
});

test('the flows of the fund follow the share under the hand', async () => {
  await bench.go('fund');
  const table = bench.page.locator('main table').last();
  const before = await table.innerText();
  const slider = bench.page.locator('main').getByRole('slider').first();
  await slider.focus();
  for (let i = 0; i < 4; i++) await bench.page.keyboard.press('ArrowRight');
  await bench.settled();
  expect(await table.innerText()).not.toBe(before);
  expect(await table.innerText()).toMatch(/(million|billion)/);
});

test('draws of the uncertain numbers can be watched, and what survives is said without a number per choice', async () => {
  await bench.page.locator('header select').first().selectOption({ index: 2 });
  await bench.go('doubt');
  await bench.page.getByLabel('Draws').selectOption('200');
  await bench.page.getByRole('button', { name: 'Draw the numbers' }).click();
  await expect.poll(() => bench.page.locator('main').innerText(), { timeout: 80_000 }).toMatch(/% of draws from these estimates/);
  const table = bench.page.locator('section:has(h3:text("What survives, by issue"))');
  expect(await table.innerText()).toContain('In no package in any draw');
  expect(await bench.page.locator('main').innerText()).toContain('What to find out next');
});

test('long work stops when its reader says so', async () => {
  await bench.page.getByLabel('Draws').selectOption('9604');
  await bench.page.getByRole('button', { name: 'Draw the numbers' }).click();
  await bench.page.getByRole('button', { name: 'Stop' }).click();
  expect(await bench.page.locator('main').innerText()).toContain('Stopped.');
  expect(await bench.page.getByRole('button', { name: 'Draw the numbers' }).count()).toBe(1);
});
