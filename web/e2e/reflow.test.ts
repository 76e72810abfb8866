import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { over } from './support/axe.ts';
import { Bench, firstCase, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** A laptop at twice and at four times the size: everything in one column, nothing over anything else. Wide tables scroll by themselves. */
const SHOTS = join(ROOT, 'web', 'shots');
mkdirSync(SHOTS, { recursive: true });
const ZOOMED = [
  { width: 640, height: 400 },
  { width: 320, height: 256 },
];

const island = (dir: string): string => {
  cpSync(join(ROOT, 'catalog', 'textbook', 'divided-island'), dir, { recursive: true });
  return dir;
};

/** Pairs of texts or controls that stand over each other, neither within the other; what lies over the page on purpose apart. */
function overlaps(bench: Bench): Promise<string[]> {
  return bench.page.evaluate(() => {
    const SLACK = 2;
    const seen = (e: Element) => e.checkVisibility({ checkVisibilityCSS: true }) && e.closest('footer, .unseen, .skip, svg, option') === null;
    const control = (e: Element) => e.matches('button, input, select, textarea, summary');
    /** What of a box is seen through the frame that cuts it off. */
    const through = (box: DOMRect, frame: DOMRect | undefined) => (frame ? new DOMRect(Math.max(box.x, frame.x), Math.max(box.y, frame.y), Math.min(box.right, frame.right) - Math.max(box.x, frame.x), Math.min(box.bottom, frame.bottom) - Math.max(box.y, frame.y)) : box);
    const texts = (e: Element) =>
      [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim()).flatMap((n) => {
        const range = document.createRange();
        range.selectNodeContents(n);
        return [...range.getClientRects()];
      });
    const boxes = [...document.body.querySelectorAll('*')].filter(seen).flatMap((e) => {
      const frame = e.closest('.clip, .text, .scroll')?.getBoundingClientRect();
      return (control(e) ? [e.getBoundingClientRect()] : texts(e)).map((box) => ({ e, box: through(box, frame) })).filter(({ box }) => 0 < box.width && 0 < box.height);
    });
    const found: string[] = [];
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        if (a.e.contains(b.e) || b.e.contains(a.e)) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (SLACK < across && SLACK < down) found.push(`${a.e.tagName} "${a.e.textContent?.trim().slice(0, 40)}" over ${b.e.tagName} "${b.e.textContent?.trim().slice(0, 40)}"`);
      }
    });
    return [...new Set(found)];
  });
}

describe.each([
  { name: 'long', make: (dir: string) => writeCase(dir, 4, true), estimates: true, views: ['overview', 'draft', 'picture', 'why', 'compare', 'evidence', 'process', 'moves', 'doubt', 'sheets', 'edit'] },
  { name: 'first', make: () => firstCase(), estimates: true, views: ['overview', 'draft', 'picture', 'map', 'fund'] },
  { name: 'island', make: island, estimates: false, views: ['map'] },
])('$name', ({ name, make, estimates, views }) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open(make);
    await bench.settled();
    if (estimates) await bench.page.locator('header select').first().selectOption({ index: 1 });
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });

  test.each(views)('%s', async (view) => {
    for (const size of ZOOMED) {
      await bench.page.setViewportSize(size);
      await bench.go(view);
      await bench.page.screenshot({ path: join(SHOTS, `${view}-${name}-${size.width}.png`), fullPage: true });
      expect(await over(bench), 'nothing stands outside the window').toBeLessThanOrEqual(0);
      expect(await overlaps(bench), `${size.width}`).toEqual([]);
    }
  });
});

test('a picture that has no room for a moment draws nothing wrong', async () => {
  const bench = await Bench.open((dir) => writeCase(dir, 4));
  onTestFinished(() => bench.close());
  await bench.settled();
  await bench.estimates('first');
  await bench.go('picture');
  const drawn = () => bench.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  for (const display of ['none', '']) {
    await bench.page.locator('main').evaluate((main, as) => (main.style.display = as), display);
    await drawn();
  }
  expect(bench.wrong).toEqual([]);
});
