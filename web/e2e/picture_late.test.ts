import type { Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** What follows the picture – packages unlike each other, the most for one party, a picked package – looks old until its own answer is there. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
  await bench.estimates('first');
  await bench.go('picture');
});
afterEach(async () => {
  await bench.page.unrouteAll();
  const back = bench.page.locator('footer').getByRole('button', { name: 'Back to the case' });
  if (await back.count()) await back.click();
  await bench.settled();
});
afterAll(async () => {
  await bench.end();
});

const card = (words: string) => bench.page.locator('section.card', { hasText: words });
const unlike = () => card('Packages as unlike each other as possible');
const most = () => card('Most for one party');
const aged = (of: ReturnType<typeof card>) => of.locator('.aged');

/** Holds back the next answer to a question until it is let go. */
async function hold(what: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await bench.page.route(`**/api/${what}`, (route) => void held.push(route));
  return async () => {
    await bench.page.unroute(`**/api/${what}`);
    await Promise.all(held.map((route) => route.continue().catch(() => null)));
  };
}
/** Moves the first bottom line, and waits for the picture alone. */
async function move(): Promise<void> {
  const painted = () => bench.page.evaluate(() => performance.getEntriesByName('detente:picture', 'measure').length);
  const before = await painted();
  await bench.page.locator('main svg').getByRole('slider').first().press('PageUp');
  await bench.page.waitForFunction((n) => performance.getEntriesByName('detente:picture', 'measure').length > n, before);
}

test('unlike packages stay while new ones are looked for, marked as old', async () => {
  await bench.page.getByLabel('Packages as unlike each other as possible').check();
  await bench.settled();
  const before = await unlike().getByRole('button', { name: 'Here' }).count();
  expect(before).toBeGreaterThan(2);
  const letGo = await hold('examples');
  await move();
  expect(await unlike().getByRole('button', { name: 'Here' }).count()).toBe(before);
  await expect.poll(() => aged(unlike()).count()).toBe(1);
  await letGo();
  await bench.settled();
  expect(await aged(unlike()).count()).toBe(0);
});

test('unlike packages are looked for once the hand rests, not at each step', async () => {
  const asked: string[] = [];
  bench.page.on('request', (r) => void (r.url().endsWith('/api/examples') && asked.push(r.url())));
  const letGo = await hold('draft');
  await move();
  await move();
  expect(asked, 'no verdict yet').toEqual([]);
  await letGo();
  await bench.settled();
  expect(asked.length).toBe(1);
  await bench.page.getByLabel('Packages as unlike each other as possible').uncheck();
});

test('what the draft leaves, which is not seen here, is asked for after what is', async () => {
  const asked: string[] = [];
  bench.page.on('request', (r) => void asked.push(new URL(r.url()).pathname));
  await move();
  await bench.settled();
  expect(asked.slice(0, 2)).toEqual(['/api/picture', '/api/draft']);
});

test('the most for one party looks old until its own answer is there', async () => {
  await most().getByRole('combobox').selectOption('eastland');
  await bench.settled();
  expect(await most().getByRole('button', { name: 'Here' }).count()).toBeGreaterThan(0);
  const letGo = await hold('best-for');
  await move();
  await expect.poll(() => aged(most()).count()).toBe(1);
  await letGo();
  await bench.settled();
  expect(await aged(most()).count()).toBe(0);
});

test('what was most for one party is not shown under the name of another', async () => {
  const letGo = await hold('best-for');
  await most().getByRole('combobox').selectOption('westland');
  expect(await most().getByRole('button', { name: 'Here' }).count()).toBe(0);
  await letGo();
  await bench.settled();
  expect(await most().getByRole('button', { name: 'Here' }).count()).toBeGreaterThan(0);
});

test('the most found is not called proved where it is not, and no package is left out unsaid', async () => {
  await bench.page.route('**/api/best-for', async (route) => {
    const doc = await (await route.fetch()).json();
    const of = doc.answers[0].best_for;
    of.proved = false;
    of.answers = Array.from({ length: 5 }, () => of.answers[0]);
    await route.fulfill({ json: doc });
  });
  await most().getByRole('combobox').selectOption('eastland');
  await bench.settled();
  expect(await most().innerText()).toContain('The most found so far, not proved');
  expect(await most().getByRole('button', { name: 'Here' }).count()).toBe(3);
  await most().getByRole('button', { name: '2 more' }).click();
  expect(await most().getByRole('button', { name: 'Here' }).count()).toBe(5);
});

test('what was said of one picked package is not shown beside another', async () => {
  const points = bench.page.locator('main svg circle.point');
  const picked = bench.page.locator('section.picked');
  await points.first().press('Enter');
  await picked.getByText('bottom line').first().waitFor();
  const letGo = await hold('draft');
  await points.nth(1).press('Enter');
  expect(await picked.innerText()).not.toContain('bottom line');
  await letGo();
  await picked.getByText('bottom line').first().waitFor();
});

test('a picked package has the points of the bench as it is, beside its standing', async () => {
  await bench.page.locator('main svg circle.point').first().press('Enter');
  await bench.settled();
  const picked = bench.page.locator('section.picked');
  const table = () => picked.locator('table').innerText();
  const points = () => picked.locator('.points').allInnerTexts();
  const before = await points();
  const weights = bench.page.locator('fieldset:has(legend:text("Weights"))');
  await weights.locator('summary').first().click();
  for (let i = 0; i < 3; i++) await weights.getByRole('slider').first().press('PageUp');
  await bench.settled();
  expect(await points()).not.toEqual(before);
  const here = await table();
  await picked.getByRole('button', { name: 'Take up as draft' }).click();
  await bench.settled();
  const told = await bench.page.locator('main').innerText();
  for (const n of here.match(/[\d−]+(?=\s)/g) ?? []) expect(told).toContain(`${n} points`);
  await bench.go('picture');
});
