import { afterAll, beforeAll, expect, test } from 'vitest';
import { serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** "What if" over estimates: bottom lines, weights and values with their ranges, apart from the case; what a picked package meets and crosses. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
  await bench.estimates('first');
  await bench.go('picture');
});
afterAll(async () => {
  await bench.end();
});

const group = (legend: string) => bench.page.locator(`fieldset:has(legend:text("${legend}"))`);
const marks = () => bench.page.locator('main svg circle.point').evaluateAll((all) => all.map((c) => c.getAttribute('aria-label')).join());
const back = async () => {
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await bench.settled();
};

test('a picked package says which bottom lines it meets and which limits it crosses', async () => {
  await bench.page.locator('main svg circle.point').first().press('Enter');
  await bench.settled();
  const picked = bench.page.locator('section.picked');
  expect(await picked.innerText()).toMatch(/Eastland\s+\d+\s+(bottom line met|within doubt)[\s\S]*Westland\s+\d+\s+(bottom line met|within doubt)/);
  expect(await picked.innerText()).toMatch(/It crosses no limit\.|Limits it crosses:/);
  const limit = bench.page.getByRole('switch', { name: /Westland: never Words on status: Recognised/ });
  await limit.uncheck();
  await bench.settled();
  const most = bench.page.locator('section.card', { hasText: 'Most for one party' });
  await most.getByRole('combobox').selectOption('eastland');
  await bench.settled();
  await most.getByRole('button', { name: 'Here' }).first().click();
  await bench.settled();
  expect(await picked.innerText(), 'a limit set aside is still named where it would object').toMatch(/Limits it crosses:[\s\S]*never Words on status: Recognised[\s\S]*does not bind/);
  await back();
});

test('packages as unlike each other as possible are there on request', async () => {
  await bench.page.getByLabel('Packages as unlike each other as possible').check();
  await bench.settled();
  const section = bench.page.locator('section.card', { hasText: 'Packages as unlike each other as possible' });
  expect(await section.getByRole('button', { name: 'Here' }).count()).toBeGreaterThan(2);
  await section.getByRole('button', { name: 'Here' }).nth(1).click();
  expect(await bench.page.locator('section.picked h3').innerText()).toBe('Example 2');
});

test('a value moves under the hand, within its range and beyond it', async () => {
  const before = await marks();
  const values = group('Values');
  await values.locator('summary').first().click();
  const slider = values.getByRole('slider', { name: 'value of "A joint group" (Observers at the crossing) for Eastland' });
  expect(await slider.getAttribute('aria-valuetext')).toContain('known to lie between 60 and 80');
  await slider.focus();
  for (let i = 0; i < 2; i++) await bench.page.keyboard.press('ArrowRight');
  await bench.settled();
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^72, known to lie between 60 and 80, supposed/);
  await bench.page.keyboard.press('End');
  await bench.settled();
  expect(await slider.getAttribute('aria-valuetext')).toBe('100, supposed');
  expect(await marks()).not.toBe(before);
  await values.getByRole('button', { name: /^Back: value of "A joint group"/ }).click();
  await bench.settled();
  expect(await marks()).toBe(before);
});

test('the range itself is a supposition: it moves the verdicts, not the points', async () => {
  const before = await marks();
  await bench.page.getByRole('button', { name: /^Range of: Bottom line of Eastland/ }).click();
  await bench.page.getByRole('spinbutton', { name: 'to' }).fill('90');
  await bench.page.getByRole('spinbutton', { name: 'to' }).press('Enter');
  await bench.settled();
  expect(await bench.page.locator('footer').innerText()).toContain('1 "what if" in force');
  expect(await marks()).toBe(before);
  await bench.go('overview');
  expect(await bench.page.locator('main').innerText()).toContain('depends on bottom lines not known');
  expect(await bench.page.locator('main').innerText()).toContain('How firm that is');
  await back();
  expect(await bench.page.locator('main').innerText()).toContain('A package is left at every end');
  await bench.go('picture');
});

test('it is readable by a screen reader with everything open', async () => {
  await bench.page.locator('main details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
  await bench.page.getByRole('button', { name: /^Range of: Bottom line of Westland/ }).click();
  await bench.settled();
  expect(await serious(bench)).toEqual([]);
});

test('sliders outside the window follow a hand in the picture once it rests', async () => {
  const line = bench.page.locator('main svg').getByRole('slider', { name: /Bottom line of Eastland/ });
  const slider = group('Bottom lines').getByRole('slider', { name: 'bottom line of Eastland' });
  await line.focus();
  await bench.page.evaluate(() => scrollTo(0, 0));
  expect((await slider.boundingBox())?.y ?? 0, 'below the window').toBeGreaterThan(800);
  const before = Number(await slider.inputValue());
  await bench.page.keyboard.press('PageUp');
  await expect.poll(() => slider.inputValue()).toBe(`${before + 5}`);
  await slider.scrollIntoViewIfNeeded();
  await bench.page.evaluate(() => new Promise(requestAnimationFrame));
  await slider.focus();
  await bench.page.keyboard.press('ArrowRight');
  expect(await slider.getAttribute('aria-valuetext')).toContain(`${before + 6}`);
  await back();
  expect(Number(await slider.inputValue())).toBe(before);
});
