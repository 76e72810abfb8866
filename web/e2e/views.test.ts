import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { over, serious } from './support/axe.ts';
import { Bench, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Every view: readable by a screen reader's measure (axe), within its window, without a word to another machine; with a picture of each to look at. */
const SHOTS = join(ROOT, 'web', 'shots');
mkdirSync(SHOTS, { recursive: true });

const SIZES = [
  { name: 'laptop', width: 1280, height: 800 },
  { name: 'narrow', width: 420, height: 800 },
];

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
    expect(bench.wrong).toEqual([]);
    await bench.close();
  });

  test.each(['overview', 'draft', 'why', 'compare', 'evidence', 'process', 'sheets', 'picture', 'moves', 'doubt', 'edit'])('%s', async (view) => {
    const link = bench.page.locator(`nav a[href="#/${view}"]`);
    expect(await link.count(), 'the view is there').toBe(1);
    for (const size of SIZES) {
      await bench.page.setViewportSize(size);
      await bench.go(view);
      if (view === 'evidence' && size.name === 'laptop') await bench.page.locator('td button').first().click();
      await bench.settled();
      await bench.page.screenshot({ path: join(SHOTS, `${view}-${parties}-${size.name}.png`), fullPage: size.name === 'narrow' });
      expect(await over(bench), 'nothing stands outside the window').toBeLessThanOrEqual(0);
      expect(await serious(bench), size.name).toEqual([]);
    }
  });
});
