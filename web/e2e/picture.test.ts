import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { Hand } from './support/hand.ts';

/** The picture: what no other package beats for two parties, lines under the hand, a point taken up as draft. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 4));
});
afterAll(async () => {
  await bench.end();
});

test('it says that it needs estimates, and draws none of its own accord', async () => {
  await bench.go('picture');
  expect(await bench.page.locator('main').innerText()).toContain('Choose a set above');
  expect(await bench.page.locator('main svg circle.point').count()).toBe(0);
});

test('principles stand side by side in plain words', async () => {
  await bench.estimates('first');
  const text = await bench.page.locator('main').innerText();
  for (const words of ['largest product of gains', 'same share of what each could hope for', 'most for whoever gains least', 'largest total of points']) expect(text).toContain(words);
  expect(text).toContain('compares points across parties, which this file says has no meaning');
  expect(await bench.page.locator('main svg circle.point').count()).toBeGreaterThan(1);
});

test('a bottom line moves by keys and by hand, and goes back', async () => {
  const before = await bench.page.locator('main svg circle.point').count();
  const line = bench.page.locator('main svg').getByRole('slider', { name: /Bottom line of Eastland/ });
  await line.focus();
  for (let i = 0; i < 4; i++) await bench.page.keyboard.press('PageUp');
  await bench.settled();
  expect(Number(await line.getAttribute('aria-valuenow'))).toBe(50);
  expect(await bench.page.locator('main svg circle.point').count()).not.toBe(before);
  await bench.page.keyboard.press('Home');
  await bench.settled();
  expect(Number(await line.getAttribute('aria-valuenow'))).toBe(30);

  const hand = await Hand.on(line.locator('path'));
  await hand.by(54, 0, 5);
  await hand.letGo();
  await bench.settled();
  expect(Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
  await bench.page.getByRole('button', { name: 'Undo' }).click();
  await bench.settled();
  expect(Number(await line.getAttribute('aria-valuenow'))).toBe(30);
});

test('a weight moves what is worth how much, apart from the case', async () => {
  const before = await bench.page.locator('main svg circle.point').evaluateAll((all) => all.map((c) => c.getAttribute('aria-label')).join());
  const weights = bench.page.locator('fieldset:has(legend:text("Weights"))');
  await weights.locator('summary').first().click();
  await weights.getByRole('slider').first().focus();
  for (let i = 0; i < 3; i++) await bench.page.keyboard.press('PageUp');
  await bench.settled();
  expect(await bench.page.locator('footer').innerText()).toContain('1 "what if" in force');
  expect(await bench.page.locator('main svg circle.point').evaluateAll((all) => all.map((c) => c.getAttribute('aria-label')).join())).not.toBe(before);
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await bench.settled();
});

test('a point is taken up as draft', async () => {
  await bench.page.locator('main svg circle.point').first().press('Enter');
  await bench.page.getByRole('button', { name: 'Take up as draft' }).click();
  await bench.settled();
  expect(await bench.page.locator('.paper').innerText()).toContain('Every issue is settled.');
});

test('where no package is left, why not names the clash and trying one set shows what opens', async () => {
  await bench.go('picture');
  const line = bench.page.locator('main svg').getByRole('slider', { name: /Bottom line of Eastland/ });
  await line.focus();
  for (let i = 0; i < 14; i++) await bench.page.keyboard.press('PageUp');
  await bench.settled();
  expect(await bench.page.locator('main').innerText()).toContain('No package is within these bottom lines');
  await bench.go('draft');
  await bench.page.getByRole('button', { name: 'Leave all open' }).click();
  await bench.go('why');
  const text = await bench.page.locator('main').innerText();
  expect(text).toContain('These cannot hold together');
  expect(text).toContain('Eastland: its bottom line, as estimated');
  expect(text).toContain('That a limit is listed does not mean that it should move.');
  await bench.page.getByRole('button', { name: 'Try without' }).first().click();
  await bench.settled();
  expect(await bench.page.locator('main').innerText()).toContain('With this set aside: there are packages.');
});

test('who can move what is a table of stakes', async () => {
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await bench.go('moves');
  const text = await bench.page.locator('main').innerText();
  expect(text).toMatch(/Share of the water for Eastland/);
  expect(text).toContain('Linkages');
});
