import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Bench, firstCase } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { focused, press, tabTo } from './support/keys.ts';

/** Everything people come for, with the keyboard alone: the focus is seen, and is never lost where a panel closes or a part is replaced. */
describe('on a case of two parties', () => {
  let bench: Bench;
  const here = () => bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
  const view = async (name: string) => {
    await bench.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await bench.page.reload();
    await bench.settled();
    await tabTo(bench, new RegExp(`^${name}$`));
    await press(bench, 'Enter');
  };
  beforeAll(async () => {
    bench = await Bench.open((dir) => writeCase(dir, 2));
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });

  test('from an example to a draft: the new view has the focus', async () => {
    await view('Overview');
    await tabTo(bench, /^Take up as draft: Example 2/);
    await press(bench, 'Enter');
    expect(await bench.page.locator('.paper').innerText()).toContain('Every issue is settled.');
    expect(await bench.page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('evidence behind a limit opens and closes where it stands', async () => {
    await view('Overview');
    await tabTo(bench, /^Build a draft/);
    await tabTo(bench, /^Evidence$/);
    await press(bench, 'Enter');
    expect(await bench.page.locator('blockquote').count()).toBeGreaterThan(0);
    expect(await press(bench, 'Enter')).toBe('Evidence');
  });

  test('why a choice is excluded, what opens it, and back to the case', async () => {
    await view('Draft');
    await tabTo(bench, /^excluded by 1 limit/);
    await press(bench, 'Enter');
    await tabTo(bench, /^Try it as a/);
    await press(bench, 'Enter');
    expect(await bench.page.locator('footer').innerText()).toContain('1 "what if" in force');
    expect(await bench.page.locator('#issue-status').evaluate((box) => box.contains(document.activeElement)), 'the focus stays with the issue').toBe(true);
    await tabTo(bench, /^Back to the case/, 120);
    await press(bench, 'Enter');
    expect(await bench.page.locator('#issue-status').innerText()).toContain('excluded by 1 limit');
  });

  test('a choice is chosen, left open again, undone and redone', async () => {
    await view('Draft');
    await tabTo(bench, /^Open in daytime, for/);
    await press(bench, 'Enter');
    expect(await here()).toMatch(/^Open in daytime, for/);
    await bench.page.keyboard.press('Shift+Tab');
    await bench.page.keyboard.press('Shift+Tab');
    await bench.page.keyboard.press('Shift+Tab');
    await bench.page.keyboard.press('Shift+Tab');
    await tabTo(bench, /^Leave open: Border crossing/, 8);
    await press(bench, 'Enter');
    expect(await bench.page.locator('#issue-crossing').evaluate((box) => box.contains(document.activeElement)), 'the focus stays with the issue').toBe(true);
    await tabTo(bench, /^Undo$/, 120);
    await press(bench, 'Enter');
    await press(bench, 'Enter');
    expect(await bench.page.locator('footer').evaluate((foot) => foot.contains(document.activeElement)), 'with nothing left to undo the focus stays beside it').toBe(true);
  });

  test('estimates are named, a bottom line is moved in the picture, a point picked and put away', async () => {
    await view('Picture');
    await bench.page.locator('header select').first().focus();
    await press(bench, 'ArrowDown');
    expect(await bench.page.locator('header select').first().inputValue()).toBe('first');
    await tabTo(bench, /bottom line of|Bottom line of|line of Eastland/i);
    const name = await here();
    await press(bench, 'ArrowRight');
    expect(await here()).toBe(name);
    await tabTo(bench, /^Eastland \d+, Westland \d+/);
    const point = await here();
    await press(bench, 'Enter');
    expect(await bench.page.locator('.picked').count()).toBe(1);
    await tabTo(bench, /^Close/);
    await press(bench, 'Enter');
    expect(await bench.page.locator('.picked').count()).toBe(0);
    expect(await here(), 'back on the point').toBe(point);
  });

  test('a cell of the record opens beside its source, and closing it leads back to the cell', async () => {
    await view('Evidence');
    await tabTo(bench, /^(prefers|rejects|accepts)/);
    const cell = await here();
    await press(bench, 'Enter');
    await tabTo(bench, /^Close/);
    await press(bench, 'Enter');
    expect(await here()).toBe(cell);
  });

  test('examples are added to be compared, and a draft is taken out', async () => {
    await view('Compare');
    await tabTo(bench, /^Add examples/);
    await press(bench, 'Enter');
    expect(await bench.page.locator('main table').count()).toBeGreaterThan(1);
  });

  test('draws are started and stopped', async () => {
    await view('How firm');
    await bench.page.locator('header select').first().focus();
    await press(bench, 'ArrowDown');
    await tabTo(bench, /^Draw the numbers/);
    await press(bench, 'Enter');
    await bench.page.getByText('What survives, by issue').waitFor({ timeout: 80_000 });
    await press(bench, 'Tab');
    expect(await here(), 'beside what was pressed').toMatch(/^Draw the numbers/);
  });

  test('a sheet is chosen and had as a file', async () => {
    await view('Sheets');
    await tabTo(bench, /^Download HTML page/);
    const coming = bench.page.waitForEvent('download');
    await press(bench, 'Enter');
    expect((await coming).suggestedFilename()).toMatch(/\.html$/);
  });
});

describe('with a territory and a fund', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open(() => firstCase());
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });

  test('a unit is taken and put into a status', async () => {
    await tabTo(bench, /^Map$/);
    await press(bench, 'Enter');
    const unit = await bench.page.locator('main svg g[role=button]:not([aria-label*="Not in question"])').first().getAttribute('aria-label');
    await tabTo(bench, new RegExp(`^${unit?.split(';')[0]};`));
    await press(bench, 'Enter');
    const status = await bench.page.getByRole('group', { name: 'become' }).getByRole('button').first().innerText();
    await tabTo(bench, new RegExp(`^${status}$`), 120);
    await press(bench, 'Enter');
    expect(await bench.page.locator('section:has(h3:text("What the draft makes of it"))').innerText()).toContain(status);
  });

  test('the share of the fund is moved, and the flows follow', async () => {
    await bench.page.locator('nav a[href="#/fund"]').focus();
    await press(bench, 'Enter');
    const before = await bench.page.locator('main table').last().innerText();
    await tabTo(bench, /^Value for /);
    for (let i = 0; i < 4; i++) await press(bench, 'ArrowRight');
    expect(await bench.page.locator('main table').last().innerText()).not.toBe(before);
  });
});

test.each([{ width: 1280, height: 800 }, { width: 640, height: 400 }])('on the way through a draft at $width by $height no stop lies hidden', async (size) => {
  const bench = await Bench.open((dir) => writeCase(dir, 4, true), size);
  onTestFinished(() => bench.close());
  await bench.settled();
  await bench.estimates('first');
  await bench.go('draft');
  await bench.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const names = new Set<string>();
  for (let i = 0; i < 200; i++) {
    await bench.page.keyboard.press('Tab');
    const { name, seen, over } = await focused(bench);
    if (name === '') break;
    expect({ name, seen, over }).toEqual({ name, seen: true, over: null });
    names.add(name);
  }
  expect(names.size).toBeGreaterThan(30);
});
