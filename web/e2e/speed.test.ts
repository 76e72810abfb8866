import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench, ROOT, firstCase, program } from './support/bench.ts';
import { Hand } from './support/hand.ts';
import { writeLarge } from './support/large.ts';

/** How fast the first case and a large one answer a hand, measured in the browser and held beside what is aimed at; no time fails a test. */
let bench: Bench;
const release = program().includes('release');

beforeAll(async () => {
  bench = await alone(await Bench.open(() => firstCase()));
});
afterAll(() => bench.close());

/** Between page and server there is nothing of the test's: a request that might be answered in the server's place is held up for some milliseconds. */
async function alone(of: Bench): Promise<Bench> {
  await of.settled();
  await of.context.unrouteAll();
  return of;
}
async function times(kind: string, of: Bench = bench): Promise<number[]> {
  const all = await of.page.evaluate((name) => performance.getEntriesByName(name, 'measure').map((m) => m.duration), `detente:${kind}`);
  return all.sort((a, b) => a - b);
}
function report(what: string, sorted: number[], aim: number): void {
  /** The smallest of them that a part `q` of all does not exceed. */
  const at = (q: number) => sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN;
  const met = at(0.95) < aim ? 'met' : 'not met';
  console.log(`${what}: median ${at(0.5).toFixed(1)} ms, 95th percentile ${at(0.95).toFixed(1)} ms (aim ${aim} ms: ${met}), of ${sorted.length} (${release ? 'release' : 'debug'} build)`);
  expect(sorted.length).toBeGreaterThan(0);
}

test('first paint', async () => {
  await bench.settled();
  const painted = await bench.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  console.log(`first paint after ${painted.toFixed(0)} ms (aim 1000 ms)`);
  expect(Number.isFinite(painted)).toBe(true);
});

test('from a dragged bottom line to the repainted picture', async () => {
  const sets = bench.page.locator('header select').first();
  await sets.selectOption({ index: 2 });
  await bench.go('picture');
  await round();
  report('drag to repainted picture', await times('picture'), 50);
});

test('from a bottom line under a moving hand to the repainted picture', async () => {
  await sway(await Hand.on(bench.page.locator('main svg').getByRole('slider').first().locator('path')), 120);
  report('hand in motion to repainted picture', await times('picture'), 50);
});

test('from a dragged bottom line to the repainted draft, and what follows', async () => {
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await bench.go('draft');
  await round('main');
  report('drag to repainted verdict and choices on the draft', await times('draft'), 50);
  for (const what of ['reasons', 'reach']) {
    const sorted = await times(what);
    console.log(`${what} follow, once the hand rests, after ${sorted[0]?.toFixed(0)} to ${sorted.at(-1)?.toFixed(0)} ms more, of ${sorted.length}`);
    expect(sorted.length).toBeGreaterThan(0);
  }
  await sway(await Hand.on(bench.page.locator('main').getByRole('slider', { name: /^Bottom line/ }).first()), 60);
  report('hand in motion to repainted verdict and choices on the draft', await times('draft'), 50);
  await bench.go('picture');
});

test('from a dragged bottom line to the repainted picture of all parties', async () => {
  await bench.page.getByLabel('All parties').check();
  await bench.settled();
  await round();
  report('drag to repainted picture of all parties', await times('picture'), 50);
});

/** A hand in motion, as often as a screen is painted and never waiting for an answer. */
async function sway(hand: Hand, reach: number): Promise<void> {
  await bench.page.evaluate(() => performance.clearMeasures());
  const at = (i: number) => reach * Math.sin(i / 12) + i / 10;
  for (let i = 1; i <= 360; i++) {
    await hand.by(at(i) - at(i - 1));
    await bench.page.waitForTimeout(16);
  }
  await hand.letGo();
  await bench.settled();
}

/** Drags two lines round a rectangle, so that no answer is one given before. */
async function round(within = 'main svg'): Promise<void> {
  await bench.page.evaluate(() => performance.clearMeasures());
  for (const [line, key] of [[0, 'ArrowRight'], [1, 'ArrowUp'], [0, 'ArrowLeft'], [1, 'ArrowDown']] as const) {
    await bench.page.locator(within).getByRole('slider', { name: /^Bottom line/ }).nth(line).focus();
    for (let i = 0; i < 12; i++) {
      await bench.page.keyboard.press(key);
      await bench.settled();
    }
  }
}

test('eight parties and forty issues: bounds at once, then proofs', { timeout: 240_000 }, async () => {
  const large = await alone(await Bench.open((dir) => writeLarge(join(dir, 'large'))));
  try {
    const { page } = large;
    await large.estimates('guess');
    expect(await page.getByRole('alert').count(), 'the overview tells what estimates add').toBe(0);
    await large.go('draft');
    await large.estimates('guess');
    await page.evaluate(() => performance.clearMeasures());
    let clicks = 0;
    // Three wordings, so that no draft is one asked about before.
    for (const wording of ['C', 'A', 'B']) {
      for (let i = 0; i < 12; i++) {
        await page.evaluate(() => performance.clearMarks('detente:reach:proved'));
        await page.locator(`#issue-point-${String(3 * i + 2).padStart(2, '0')}`).getByRole('button', { name: `Wording ${wording}, for` }).click();
        await page.waitForFunction((n) => performance.getEntriesByName('detente:draft', 'measure').length > n, clicks++, { timeout: 20_000 });
      }
    }
    report('8 parties, 40 issues: click to every choice decided', await times('draft', large), 100);
    expect(await page.getByText('not decided', { exact: false }).count()).toBe(0);
    const clicked = Date.now();
    await page.waitForFunction(() => performance.getEntriesByName('detente:reach:proved').length > 0, null, { timeout: 120_000 });
    console.log(`8 parties, 40 issues: what each party can still reach proved after ${((Date.now() - clicked) / 1000).toFixed(1)} s more`);
    const fromHere = () => page.evaluate(() => performance.getEntriesByName('detente:picture', 'measure').length);
    const painted = (before: number) => page.waitForFunction((n) => performance.getEntriesByName('detente:picture', 'measure').length > n, before, { timeout: 20_000 });
    const STEPS = 10;
    const DRAGS = 4 * STEPS;
    /** Two lines round a rectangle, so that no answer is one given before. */
    const drags = async (what: string, first: number) => {
      await page.evaluate(() => performance.clearMeasures());
      const bounded: string[] = [];
      for (const [line, key] of [[0, 'ArrowRight'], [1, 'ArrowRight'], [0, 'ArrowLeft'], [1, 'ArrowLeft']] as const) {
        await page.locator('main svg').getByRole('slider').nth(first + line).focus();
        for (let i = 0; i < STEPS; i++) {
          const before = await fromHere();
          await page.keyboard.press(key);
          await painted(before);
          bounded.push(...(await page.locator('[data-bounded]').allTextContents()));
        }
      }
      report(`8 parties, 40 issues: drag to what is reached and bounded, ${what}`, await times('picture', large), 100);
      expect(bounded.length).toBeGreaterThan(0);
      expect(bounded[0]).toContain('not proved');
    };
    await page.evaluate(() => performance.clearMeasures());
    await page.click('nav a[href="#/picture"]');
    await painted(0);
    report('8 parties, 40 issues: another view opened', await times('picture', large), 100);
    await drags('two parties', 0);
    await page.getByLabel('All parties').check();
    await painted(DRAGS);
    await drags('all parties', 2);
    await page.evaluate(() => performance.clearMarks('detente:picture:proved'));
    await page.getByLabel('Two parties').check();
    const from = Date.now();
    await page.waitForFunction(() => performance.getEntriesByName('detente:picture:proved').length > 0, null, { timeout: 200_000 });
    console.log(`8 parties, 40 issues: the whole picture after ${((Date.now() - from) / 1000).toFixed(1)} s; ${await page.locator('[data-bounded]').count()} principles not proved`);
  } finally {
    await large.close();
  }
});

test('how large the page is', () => {
  const assets = join(ROOT, 'web', 'dist', 'assets');
  let script = 0;
  let packed = 0;
  let all = 0;
  for (const name of readdirSync(assets)) {
    const file = join(assets, name);
    all += statSync(file).size;
    if (/\.(js|css)$/.test(name)) {
      script += statSync(file).size;
      packed += gzipSync(readFileSync(file)).length;
    }
  }
  console.log(`script and style ${(script / 1024).toFixed(0)} kB (${(packed / 1024).toFixed(0)} kB compressed), with fonts ${(all / 1024).toFixed(0)} kB`);
  expect(packed).toBeLessThan(150 * 1024);
});
