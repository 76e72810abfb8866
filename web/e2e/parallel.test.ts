import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { over, serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { Hand } from './support/hand.ts';

/** The picture of all parties: an axis to each, a line to each package, walked by keys, moved by its bottom lines, taken up as draft. */
describe('with four parties', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open((dir) => writeCase(dir, 4));
    await bench.settled();
    await bench.estimates('first');
    await bench.go('picture');
    await bench.page.getByLabel('All parties').check();
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });
  const list = () => bench.page.getByRole('listbox', { name: /arrow keys walk/ });
  const plot = () => bench.page.getByRole('group', { name: /as lines over 4 parties/ });
  const total = async () => Number((await list().getByRole('option').first().getAttribute('aria-setsize')) ?? 0);

  test('each party has an axis, and the principles are lines with letters', async () => {
    expect(await plot().getByRole('slider').count()).toBe(4);
    expect(await plot().locator('text.letter').allTextContents().then((all) => all.join(' ').split(' ').sort().filter((l, i, of) => of.indexOf(l) === i))).toEqual(['A', 'B', 'C', 'D', 'E']);
    const dashes = await plot().locator('path.named').evaluateAll((all) => all.map((p) => p.getAttribute('stroke-dasharray')));
    expect(new Set(dashes).size, 'told apart by dash').toBe(dashes.length);
    expect(await plot().locator('path.example').count()).toBeGreaterThan(0);
  });

  test('arrows walk through the packages, the picture follows, and Enter picks', async () => {
    await list().focus();
    expect(await plot().locator('path.lit').count()).toBe(1);
    const first = await plot().locator('path.lit').getAttribute('d');
    await bench.page.keyboard.press('ArrowDown');
    expect(await plot().locator('path.lit').getAttribute('d')).not.toBe(first);
    const active = await list().getAttribute('aria-activedescendant');
    const option = bench.page.locator(`#${active}`);
    expect(await option.getAttribute('aria-posinset')).toBe('2');
    expect(await option.locator('.unseen').textContent()).toMatch(/Eastland −?\d+, Northland −?\d+, Southland −?\d+, Westland −?\d+$/);
    await bench.page.keyboard.press('End');
    expect(await bench.page.locator(`#${await list().getAttribute('aria-activedescendant')}`).getAttribute('aria-posinset')).toBe(`${await total()}`);
    await bench.page.keyboard.press('Enter');
    expect(await plot().locator('path.held').count()).toBe(1);
    expect(await bench.page.getByRole('heading', { name: 'Picked' }).count()).toBe(1);
  });

  test('the list goes by what packages are worth to one party, on request', async () => {
    await bench.page.getByLabel('in the order of').selectOption({ label: 'Westland' });
    const worth = await list().getByRole('option').evaluateAll((all) => all.map((o) => Number(/Westland (−?\d+)/.exec(o.querySelector('.unseen')?.textContent ?? '')?.[1]?.replace('−', '-'))));
    expect(worth.length).toBeGreaterThan(2);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    await bench.page.getByLabel('in the order of').selectOption('');
  });

  test('a bottom line on its axis moves by keys and by hand, narrows what there is, and goes back', async () => {
    const before = await total();
    const line = plot().getByRole('slider', { name: /Bottom line of Eastland/ });
    await line.focus();
    for (let i = 0; i < 4; i++) await bench.page.keyboard.press('PageUp');
    await bench.settled();
    expect(Number(await line.getAttribute('aria-valuenow'))).toBe(50);
    expect(await total()).not.toBe(before);
    const least = await bench.page.locator('main').evaluate(() => Math.min(...[...document.querySelectorAll('[role=option]')].map((o) => Number(/Eastland (−?\d+)/.exec(o.querySelector('.unseen')?.textContent ?? '')?.[1]))));
    expect(least).toBeGreaterThanOrEqual(50);
    await bench.page.keyboard.press('Home');
    await bench.settled();
    expect(await total()).toBe(before);
    const hand = await Hand.on(line.locator('path'));
    await hand.by(34, 0, 4);
    await hand.letGo();
    await bench.settled();
    expect(Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(30);
    await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
    await bench.settled();
    expect(await total()).toBe(before);
  });

  test('the reader says whose gain counts, and the order of the axes', async () => {
    const unbeaten = () => bench.page.locator('[role=option]').count();
    const before = await total();
    await bench.page.locator('summary', { hasText: 'Whose gain counts here' }).click();
    expect(await bench.page.getByRole('checkbox', { name: /Northland/ }).isChecked(), 'its consent is conditional').toBe(false);
    await bench.page.getByRole('checkbox', { name: /Northland/ }).check();
    await bench.settled();
    expect(await unbeaten()).toBeGreaterThan(0);
    expect(await total()).not.toBe(before);
    await bench.page.getByRole('button', { name: 'as in the case' }).click();
    await bench.settled();
    expect(await total()).toBe(before);
    await bench.page.locator('summary', { hasText: 'Whose gain counts here' }).click();
    await bench.page.getByRole('button', { name: 'Move Westland up' }).click();
    expect(await plot().getByRole('slider').evaluateAll((all) => all.map((s) => s.getAttribute('aria-label')?.replace(/Bottom line of |, in points/g, '')))).toEqual(['Eastland', 'Northland', 'Westland', 'Southland']);
  });

  test('pointing at a line lights it in the list, and a click picks it', async () => {
    const d = (await plot().locator('path.named').first().getAttribute('d')) ?? '';
    const [x, y] = [.../M([\d.]+),([\d.]+)/.exec(d)!].slice(1).map(Number) as [number, number];
    const box = await plot().boundingBox();
    if (!box) throw new Error('no plot');
    await bench.page.mouse.move(box.x + x, box.y + y + 1);
    expect(await list().locator('.lit').count()).toBe(1);
    await bench.page.mouse.click(box.x + x, box.y + y + 1);
    expect(await plot().locator('path.held').count()).toBe(1);
  });

  test('small pictures of all pairs lead to the large one', async () => {
    await bench.page.locator('summary', { hasText: 'All pairs, small' }).click();
    await bench.page.getByRole('button', { name: /see large/ }).first().waitFor();
    expect(await bench.page.getByRole('button', { name: /see large/ }).count()).toBe(6);
    await bench.page.getByRole('button', { name: 'Northland and Westland: see large' }).click();
    await bench.settled();
    expect(await bench.page.getByLabel('Two parties').isChecked()).toBe(true);
    expect(await bench.page.locator('main svg circle.point').count()).toBeGreaterThan(0);
    expect(await bench.page.locator('main').getByRole('combobox', { name: 'across' }).inputValue()).toBe('northland');
    await bench.page.getByLabel('All parties').check();
    await bench.settled();
  });

  test('the table holds every line, and one of them is taken up as draft', async () => {
    await bench.page.locator('summary', { hasText: 'The same as a table' }).click();
    await bench.page.locator('main table tbody tr').first().waitFor();
    expect(await bench.page.locator('main table tbody tr').count()).toBe(Math.min(100, await total()));
    await bench.page.locator('main table tbody tr').first().getByRole('button').click();
    await bench.page.getByRole('button', { name: 'Take up as draft' }).click();
    await bench.settled();
    expect(await bench.page.locator('.paper').innerText()).toContain('Every issue is settled.');
  });
});

describe('with eight parties', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open((dir) => writeCase(dir, 8, true));
    await bench.settled();
    await bench.estimates('first');
    await bench.go('picture');
    await bench.page.getByLabel('All parties').check();
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });

  test('the list of what no other beats comes on request; principles and examples stand there before', async () => {
    expect(await bench.page.locator('main').innerText()).toContain('listed on request');
    const size = () => bench.page.getByRole('listbox').getByRole('option').first().getAttribute('aria-setsize').then(Number);
    const before = await size();
    expect(before).toBeGreaterThan(0);
    await bench.page.getByRole('button', { name: 'List what no other beats' }).click();
    await bench.settled();
    expect(await size()).toBeGreaterThan(before);
    expect(await bench.page.locator('main').innerText()).toContain('complete and proved');
  });
  test.each([1280, 420])('it stands within a window of %i, readable by a screen reader', async (width) => {
    await bench.page.setViewportSize({ width, height: 800 });
    await bench.settled();
    await bench.page.locator('main .cols details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
    await bench.page.locator('main table tbody tr').first().waitFor();
    expect(await over(bench)).toBeLessThanOrEqual(0);
    expect(await serious(bench)).toEqual([]);
  });
});
