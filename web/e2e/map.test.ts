import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { over, serious } from './support/axe.ts';
import { Bench, firstCase, ROOT } from './support/bench.ts';
import { Hand } from './support/hand.ts';

/** Units are put into a status together: drawn around, added by click or key, undone as one step; by blocs or unit by unit. */
const island = (dir: string): string => {
  cpSync(join(ROOT, 'catalog', 'textbook', 'divided-island'), dir, { recursive: true });
  return dir;
};
const helpers = (of: () => Bench) => ({
  unit: (n: number) => of().page.locator('main svg g[role=button]').nth(n),
  taken: () => of().page.locator('main svg g[role=button][aria-pressed=true]').count(),
  panel: () => of().page.locator('section[aria-labelledby=put-head]'),
  sums: () => of().page.locator('section:has(h3:text("What the draft makes of it"))'),
  /** Draws a rectangle around everything between two fractions of the map. */
  lasso: async (from: number, to: number, shift = false) => {
    const { page } = of();
    if (shift) await page.keyboard.down('Shift');
    const hand = await Hand.on(page.locator('main .frame svg'), from, 0.005);
    for (const [across, down] of [[to, 0.005], [to, 0.995], [from, 0.995]] as const) await hand.to(across, down, 3);
    await hand.letGo();
    if (shift) await page.keyboard.up('Shift');
  },
});

describe('a territory whose units are settled one by one', () => {
  let bench: Bench;
  const { unit, taken, panel, sums, lasso } = helpers(() => bench);
  beforeAll(async () => {
    bench = await Bench.open(island);
    await bench.settled();
    await bench.go('map');
  });
  afterAll(async () => {
    await bench.end();
  });

  test('what is drawn around is put into a status together, and one undo takes it back', async () => {
    const all = await bench.page.locator('main svg g[role=button]').count();
    await lasso(0.005, 0.995);
    expect(await taken()).toBe(all);
    await lasso(0.005, 0.5);
    const half = await taken();
    expect(half).toBeGreaterThan(1);
    expect(half).toBeLessThan(all);
    expect(await panel().innerText()).toMatch(new RegExp(`${half} units are taken: [\\s\\S]*km² · `));
    await panel().getByRole('button', { name: 'Joint administration' }).click();
    await bench.settled();
    expect(await sums().innerText()).toMatch(new RegExp(`Joint administration\\s+${half}\\s`));
    expect(await panel().getByRole('button', { name: 'Joint administration' }).getAttribute('aria-pressed')).toBe('true');
    await bench.page.locator('footer').getByRole('button', { name: 'Undo' }).click();
    await bench.settled();
    expect(await sums().count()).toBe(0);
    expect(await bench.page.locator('footer').getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    await bench.page.locator('footer').getByRole('button', { name: 'Redo' }).click();
    await bench.settled();
    expect(await sums().innerText()).toMatch(new RegExp(`Joint administration\\s+${half}\\s`));
  });

  test('with Shift another line adds, a click takes one alone, and Escape lets go', async () => {
    await lasso(0.005, 0.5);
    const left = await taken();
    await lasso(0.5, 0.995, true);
    expect(await taken()).toBeGreaterThan(left);
    await unit(0).click();
    expect(await taken()).toBe(1);
    await unit(1).click({ modifiers: ['Shift'] });
    expect(await taken()).toBe(2);
    await unit(1).click({ modifiers: ['Shift'] });
    expect(await taken()).toBe(1);
    await unit(0).press('Escape');
    expect(await taken()).toBe(0);
    expect(await panel().innerText()).toContain('No unit is taken.');
  });

  test('the same by keys alone: Space adds, the status is a button, areas follow', async () => {
    const before = await sums().innerText();
    await unit(0).focus();
    for (let i = 0; i < 3; i++) {
      await bench.page.keyboard.press('Space');
      await bench.page.keyboard.press('Tab');
    }
    expect(await taken()).toBe(3);
    const status = panel().getByRole('button', { name: 'Administration by Westland' });
    await status.focus();
    await bench.page.keyboard.press('Enter');
    await bench.settled();
    expect(await sums().innerText()).not.toBe(before);
    expect(await sums().innerText()).toMatch(/Administration by Westland\s+3\s+[\d,.]+/);
    await bench.page.locator('summary', { hasText: 'The same as a table' }).click();
    const boxes = bench.page.locator('main table input[type=checkbox]');
    expect(await boxes.evaluateAll((all) => all.filter((b) => (b as HTMLInputElement).checked).length)).toBe(3);
    await boxes.nth(0).uncheck();
    expect(await taken()).toBe(2);
  });

  test('the draft shows what was done on the map', async () => {
    await bench.go('draft');
    expect(await bench.page.locator('.paper').innerText()).toContain('Administration by Westland');
    await bench.go('map');
  });

  test.each([1280, 420])('it stands within a window of %i, readable by a screen reader', async (width) => {
    await bench.page.setViewportSize({ width, height: 800 });
    await unit(0).press('Enter');
    await bench.settled();
    expect(await over(bench)).toBeLessThanOrEqual(0);
    expect(await serious(bench)).toEqual([]);
  });
});

describe('a territory drawn in blocs', () => {
  let bench: Bench;
  const { taken, panel, lasso } = helpers(() => bench);
  const questioned = () => bench.page.locator('main svg g[role=button]:not([aria-label*="Not in question"])');
  beforeAll(async () => {
    bench = await Bench.open(() => firstCase());
    await bench.settled();
    await bench.go('map');
  });
  afterAll(async () => {
    await bench.end();
  });

  test('with one unit its whole bloc is taken, and what is not in question never is', async () => {
    await questioned().first().press('Enter');
    expect(await taken()).toBeGreaterThan(1);
    await lasso(0.005, 0.995);
    expect(await taken()).toBe(await questioned().count());
    expect(await taken()).toBeLessThan(await bench.page.locator('main svg g[role=button]').count());
  });

  test('unit by unit each stands alone, and the draft goes along and comes back', async () => {
    await questioned().first().press('Enter');
    const bloc = await taken();
    await panel().getByRole('group').getByRole('button').first().click();
    await bench.settled();
    const status = await panel().getByRole('group').getByRole('button').first().innerText();
    await bench.page.getByLabel('unit by unit').check();
    await bench.settled();
    expect(await bench.page.locator('main svg g[role=button]').evaluateAll((all, s) => all.filter((g) => g.getAttribute('aria-label')?.includes(s)).length, status)).toBe(bloc);
    await questioned().first().press('Enter');
    expect(await taken()).toBe(1);
    await panel().getByRole('group').getByRole('button').nth(1).click();
    await bench.settled();
    await bench.go('draft');
    expect(await bench.page.locator('main .trouble').count()).toBe(0);
    expect(await bench.page.locator('.paper li strong').count()).toBe(bloc);
    await bench.page.getByLabel('A name for this draft').fill('By units');
    await bench.page.getByRole('button', { name: 'Keep for comparing' }).click();
    await bench.go('map');
    await bench.page.getByLabel('by blocs, as the case draws them').check();
    await bench.settled();
    await bench.go('draft');
    expect(await bench.page.locator('main .trouble').count()).toBe(0);
    expect(await bench.page.locator('.paper li strong').count(), 'where units differ the bloc is open').toBe(0);
    expect(await bench.page.locator('section[aria-labelledby=draft-head]').innerText()).toContain('made with territory divided the other way');
    await bench.page.locator('footer').getByRole('button', { name: 'Undo' }).click();
    await bench.settled();
    expect(await bench.page.locator('.paper li strong').count(), 'undo brings the units back').toBe(bloc);
  });
});
