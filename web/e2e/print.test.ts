import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Bench, firstCase, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { canRead, lowest, onPaper, POINTS, printed, type Paper } from './support/paper.ts';
import { untested } from './support/untested.ts';

/** Every view on paper: no control, nothing cut off or shrunk to fit, black on white from the dark page too, no heading alone at a page's end. */
const PAPERS: Paper[] = ['A4', 'Letter'];
const ALWAYS = ['overview', 'draft', 'why', 'compare', 'evidence', 'process'];
const ESTIMATED = ['picture', 'picture-all', 'moves', 'doubt'];
/** No printer reaches nearer to the edge, in points. */
const EDGE = 24;

const island = (dir: string): string => {
  cpSync(join(ROOT, 'catalog', 'textbook', 'divided-island'), dir, { recursive: true });
  return dir;
};

/** What has to be done before a view has something to print. */
const first: Record<string, (bench: Bench) => Promise<void>> = {
  draft: async ({ page }) => page.getByRole('button', { name: /, for / }).first().click(),
  compare: async (bench) => {
    const { page } = bench;
    await page.getByRole('button', { name: 'Add examples' }).click();
    await bench.settled();
    await page.getByLabel('On the bench now').uncheck();
    await page.getByText('By party').waitFor();
  },
  evidence: async ({ page }) => page.locator('td button').first().click(),
  doubt: async (bench) => {
    await bench.page.getByLabel('Draws').selectOption('200');
    await bench.page.getByRole('button', { name: 'Draw the numbers' }).click();
    await bench.page.getByText('What survives, by issue').waitFor();
  },
};

describe.each([
  { name: 'first', make: () => firstCase(), estimates: true, views: [...ALWAYS, ...ESTIMATED, 'map', 'fund'] },
  { name: 'eight', make: (dir: string) => writeCase(dir, 8, true), estimates: true, views: [...ALWAYS, ...ESTIMATED] },
  { name: 'island', make: island, estimates: false, views: ['map'] },
])('$name', ({ name, make, estimates, views }) => {
  let bench: Bench;
  /** How tall a word of the title stands where nothing was shrunk, in points. */
  let tall = 0;
  beforeAll(async () => {
    bench = await Bench.open(make);
    await bench.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await bench.settled();
    if (estimates) await bench.page.locator('header select').first().selectOption({ index: 1 });
    await bench.settled();
    await bench.page.emulateMedia({ media: 'print' });
    tall = await bench.page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('h1') ?? document.body);
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return 0;
      context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const box = context.measureText('x');
      return (box.fontBoundingBoxAscent + box.fontBoundingBoxDescent) * 0.75;
    });
    await bench.page.emulateMedia({ media: 'screen' });
  });
  afterAll(async () => {
    await bench.end();
  });

  test.for(views)('%s', async (view, ctx) => {
    const [tab = view] = view.split('-');
    await bench.page.emulateMedia({ media: 'screen' });
    await bench.go(tab);
    await first[view]?.(bench);
    if (tab === 'picture') await bench.page.getByLabel(view === 'picture' ? 'Two parties' : 'All parties').check();
    await bench.settled();
    await bench.page.emulateMedia({ media: 'print' });
    expect(await onPaper(bench)).toEqual({ controls: [], pale: [], faded: [], ground: 'rgb(255, 255, 255)' });
    const heads = await bench.page.locator('h2:visible, h3:visible, h4:visible').allInnerTexts();
    await bench.page.emulateMedia({ media: null });
    if (!canRead()) return untested(ctx, 'words on paper are not read here: no pdftotext');
    for (const paper of PAPERS) {
      const pages = await printed(bench, `${view}-${name}`, paper);
      const words = pages.flat();
      for (const word of words) expect(word.left < EDGE || POINTS[paper].width - EDGE < word.right, `${word.text} on ${paper} stands between the margins`).toBe(false);
      expect((words[0]?.tall ?? 0) / tall, `${paper} is not shrunk to fit`).toBeGreaterThan(0.97);
      expect(pages.slice(0, -1).map(lowest).filter((line) => heads.includes(line)), `no heading ends a page of ${paper}`).toEqual([]);
      for (const page of pages.slice(0, -1)) expect(Math.max(...page.map((w) => w.top)), `a page of ${paper} is filled`).toBeGreaterThan(POINTS[paper].height / 2);
      expect(words.map((w) => w.text).join(' ')).toContain('Working paper, not a proposal');
    }
  });
});

test('what is old is printed as black as the rest, and says so in words', async () => {
  const bench = await Bench.open((dir) => writeCase(dir, 2));
  onTestFinished(() => bench.close());
  await bench.go('draft');
  let held = true;
  await bench.page.route('**/api/draft', (route) => (held ? route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ schema: 'detente.error/1', code: 'too-slow', message: 'no answer', hint: null }) }) : route.continue()));
  await bench.page.getByRole('button', { name: 'Deferred, for' }).click();
  await bench.page.getByRole('alert').waitFor();
  await bench.page.locator('.aged').waitFor();
  const earlier = bench.page.getByText('An earlier answer, to what lay on the bench before.');
  expect(await earlier.isVisible(), 'on the page the tint and the alert say it').toBe(false);
  await bench.page.emulateMedia({ media: 'print' });
  expect(await earlier.isVisible()).toBe(true);
  expect((await onPaper(bench)).faded).toEqual([]);
  held = false;
  await bench.page.emulateMedia({ media: null });
  await bench.page.getByRole('button', { name: 'Ask again' }).click();
  await bench.settled();
  await bench.page.emulateMedia({ media: 'print' });
  expect(await earlier.count()).toBe(0);
});

test('on paper each supposition is told, not only how many there are', async () => {
  const bench = await Bench.open((dir) => writeCase(dir, 2));
  onTestFinished(() => bench.close());
  const { page } = bench;
  await page.locator('header select').first().selectOption({ index: 1 });
  await bench.go('draft');
  const told = page.locator('footer li');
  expect(await told.count()).toBe(0);
  const line = page.locator('main').getByRole('slider', { name: /^Bottom line/ }).first();
  const whose = await line.getAttribute('aria-label');
  const before = Number(await line.inputValue());
  await line.focus();
  await page.keyboard.press('ArrowRight');
  const limit = page.locator('.suppose').getByRole('switch').first();
  const asInCase = await limit.isChecked();
  await limit.click();
  await bench.settled();
  expect(await told.first().isVisible(), 'on the page the switches say it').toBe(false);
  await page.emulateMedia({ media: 'print' });
  const lines = await told.allInnerTexts();
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`Supposed ${asInCase ? 'not in force' : 'in force'}: `);
  expect(lines[1]).toContain(`${whose} (`);
  expect(lines[1]).toContain(`supposed ${before + 1}`);
  await page.emulateMedia({ media: null });
  await page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  expect(await told.count()).toBe(0);
});

test('printed where sheets are chosen, a page says where a sheet is printed', async () => {
  const bench = await Bench.open((dir) => writeCase(dir, 2));
  onTestFinished(() => bench.close());
  await bench.go('sheets');
  await bench.page.emulateMedia({ media: 'print' });
  expect(await bench.page.locator('main').innerText()).toContain('A sheet is printed from a page of its own');
  expect(await onPaper(bench)).toEqual({ controls: [], pale: [], faded: [], ground: 'rgb(255, 255, 255)' });
});
