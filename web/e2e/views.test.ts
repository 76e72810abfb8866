import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { over, serious } from './support/axe.ts';
import { Bench, firstCase, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Every view: readable by a screen reader's measure (axe), within its window, without a word to another machine; with a picture of each to look at. */
const SHOTS = join(ROOT, 'web', 'shots');
mkdirSync(SHOTS, { recursive: true });

const SIZES = [
  { name: 'laptop', width: 1280, height: 800 },
  { name: 'narrow', width: 420, height: 800 },
];

/** Looks at what is shown in every size: a picture of it, nothing outside the window, nothing serious to axe. */
async function look(bench: Bench, name: string, before: (size: string) => Promise<void>): Promise<void> {
  for (const size of SIZES) {
    await bench.page.setViewportSize(size);
    await before(size.name);
    await bench.settled();
    await bench.page.screenshot({ path: join(SHOTS, `${name}-${size.name}.png`), fullPage: size.name === 'narrow' });
    expect(await over(bench), 'nothing stands outside the window').toBeLessThanOrEqual(0);
    expect(await serious(bench), size.name).toEqual([]);
  }
}

describe.each([
  { parties: 2, long: false, theme: 'light' as const },
  { parties: 4, long: true, theme: 'dark' as const },
  { parties: 8, long: true, theme: 'light' as const },
])('with $parties parties, long names: $long, $theme', ({ parties, long, theme }) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open((dir) => writeCase(dir, parties, long));
    await bench.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await bench.settled();
    await bench.estimates('first');
  });
  afterAll(async () => {
    await bench.end();
  });

  test.each(['overview', 'draft', 'why', 'compare', 'evidence', 'process', 'sheets', 'picture', 'moves', 'doubt', 'edit'])('%s', async (view) => {
    const link = bench.page.locator(`nav a[href="#/${view}"]`);
    expect(await link.count(), 'the view is there').toBe(1);
    await look(bench, `${view}-${parties}`, async (size) => {
      await bench.go(view);
      if (view === 'evidence' && size === 'laptop') await bench.page.locator('td button').first().click();
    });
  });
});

const island = (dir: string): string => {
  cpSync(join(ROOT, 'catalog', 'textbook', 'divided-island'), dir, { recursive: true });
  return dir;
};

describe.each([
  { name: 'first', make: () => firstCase(), views: ['map', 'fund'], theme: 'light' as const },
  { name: 'first-dark', make: () => firstCase(), views: ['map', 'fund'], theme: 'dark' as const },
  { name: 'island', make: island, views: ['map'], theme: 'light' as const },
  { name: 'island-dark', make: island, views: ['map'], theme: 'dark' as const },
])('what is negotiated by units, and a fund: $name', ({ name, make, views, theme }) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open(make);
    await bench.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });

  test.each(views)('%s', async (view) => {
    await look(bench, `${view}-${name}`, async () => {
      await bench.go(view);
      // As it is read: with units taken, and with what stands behind a click.
      if (view === 'map') await bench.page.locator('main svg g[role=button]:not([aria-label*="Not in question"])').first().press('Enter');
      await bench.page.locator('main details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
    });
  });

  test('who controls a unit is told by shape as well as by hue', async () => {
    await bench.go('map');
    const units = await bench.page.locator('main svg g[role=button]').evaluateAll((all) => all.map((g) => ({ hue: g.querySelector('.held') ? g.getAttribute('class')?.match(/hue\d/)?.[0] : undefined, shape: g.querySelector('.mark')?.getAttribute('d') })));
    const held = units.filter((u) => u.hue !== undefined);
    expect(held.length).toBeGreaterThan(0);
    expect(held.every((u) => u.shape)).toBe(true);
    expect(new Set(held.map((u) => u.shape)).size).toBe(new Set(held.map((u) => u.hue)).size);
  });
});

test.each(['light', 'dark'] as const)('the start page, %s', async (theme) => {
  const bench = await Bench.open((dir) => {
    for (const name of ['river', 'valley']) writeCase(join(dir, name), 2);
  onTestFinished(() => bench.close());
    return null;
  });
  await bench.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await bench.settled();
  expect(await bench.page.getByRole('button', { name: 'valley' }).count(), 'cases at hand are offered').toBe(1);
  await look(bench, `start-${theme}`, async () => {});
  expect(bench.wrong).toEqual([]);
});
