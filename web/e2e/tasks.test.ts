import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bench, firstCase } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { tabTo } from './support/keys.ts';

/** What people come for and no other test here asks: the answer at a glance, the keyboard alone, who can lift what, steps, no side first. */
describe('on a case of four parties', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open((dir) => writeCase(dir, 4));
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });

  test('is there any package within all stated limits: said first, at a glance, apart from what estimates add', async () => {
    const short = bench.page.getByRole('region', { name: 'In short' });
    expect((await short.innerText()).split('\n')[0]).toBe('There are packages within all stated limits.');
    expect(await short.innerText()).not.toContain('estimates');
    await bench.estimates('first');
    const lines = (await short.innerText()).split('\n').filter(Boolean);
    expect(lines[0]).toBe('There are packages within all stated limits.');
    expect(lines[1]).toMatch(/^With estimates "first": /);
    const box = await short.boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 999), 'in the upper third of a laptop').toBeLessThan(267);
    await bench.page.locator('summary', { hasText: 'Details' }).first().click();
    expect(await bench.page.locator('main').innerText()).toMatch(/\d+ .*not a likelihood/);
  });

  test('three to seven different examples stand side by side, and one is taken up', async () => {
    const takes = bench.page.getByRole('button', { name: /^Take up as draft: Example/ });
    expect(await takes.count()).toBeGreaterThanOrEqual(3);
    const text = await bench.page.locator('section:has(h3:text("as unlike each other as possible"))').innerText();
    expect(text).not.toMatch(/points|%.{0,20}likel/);
    await takes.nth(1).click();
    await bench.settled();
    expect(await bench.page.locator('.paper').innerText()).toContain('Every issue is settled.');
    await bench.page.getByRole('button', { name: 'Leave all open' }).click();
  });

  test('which steps can be taken next, and what the others wait for', async () => {
    await bench.go('process');
    const text = await bench.page.locator('main').innerText();
    expect(text).toMatch(/Meeting of experts[\s\S]*Can be taken next/);
    expect(text).toMatch(/Meeting of ministers[\s\S]*waits for: Meeting of experts/);
  });

  test('what was said stands beside its source, by actor and issue', async () => {
    await bench.go('evidence');
    const cell = bench.page.locator('td button').first();
    await cell.click();
    await bench.settled();
    expect(await bench.page.locator('main').innerText()).toMatch(/Recognition is out of the question|no foreign observers without a word on status/);
  });
});

describe('with the keyboard alone', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open((dir) => writeCase(dir, 2));
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });
  test('a draft is built from the first page to the last issue, named and kept', async () => {
    await tabTo(bench, /Build a draft/);
    await bench.page.keyboard.press('Enter');
    await bench.settled();
    await bench.page.locator('nav a[aria-current]').focus();
    await tabTo(bench, /^Open in daytime, for/);
    await bench.page.keyboard.press('Enter');
    await bench.settled();
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'the focus stays where it was').toMatch(/^Open in daytime, for/);
    await tabTo(bench, /^A joint group, for/);
    await bench.page.keyboard.press('Space');
    await bench.settled();
    await tabTo(bench, /^Deferred, for/);
    await bench.page.keyboard.press('Enter');
    await bench.settled();
    await tabTo(bench, /^Value for Share of the water/);
    for (let i = 0; i < 2; i++) await bench.page.keyboard.press('ArrowLeft');
    await bench.settled();
    expect(await bench.page.locator('.paper').innerText()).toMatch(/Every issue is settled\.[\s\S]*30 ?%/);
    await tabTo(bench, /A name for this draft/);
    await bench.page.keyboard.type('By hand');
    await bench.page.keyboard.press('Enter');
    expect(await bench.page.locator('section[aria-labelledby=draft-head]').innerText()).toContain('By hand');
    await bench.page.keyboard.press('Control+Z');
  });

  test('the first Tab offers to skip to the content', async () => {
    await bench.page.reload();
    await bench.settled();
    await bench.page.keyboard.press('Tab');
    expect(await bench.page.evaluate(() => document.activeElement?.className)).toContain('skip');
    await bench.page.keyboard.press('Enter');
    expect(await bench.page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

describe('no side is first', () => {
  test('two parties that exchange their names exchange their places, and nothing else', async () => {
    const seen: { states: string; order: string[]; marks: (string | null)[] }[] = [];
    for (const swap of [false, true]) {
      const bench = await Bench.open((dir) => {
        writeCase(dir, 2);
        const file = join(dir, 'case.toml');
        const text = readFileSync(file, 'utf8');
        if (swap) writeFileSync(file, text.replace('name = "Eastland"', 'name = "?"').replace('name = "Westland"', 'name = "Eastland"').replace('name = "?"', 'name = "Westland"'));
        return dir;
      });
      await bench.settled();
      await bench.estimates('first');
      await bench.go('draft');
      const parties = bench.page.locator('section[aria-labelledby=objections-head] .party strong:has(bdi)');
      seen.push({
        states: (await bench.page.locator('section[aria-labelledby=issues-head]').innerText()).replace(/Eastland|Westland/g, '·'),
        order: await parties.locator('bdi').allTextContents(),
        marks: await parties.locator('svg').evaluateAll((all) => all.map((s) => s.getAttribute('class')?.match(/hue\d/)?.[0] ?? null)),
      });
      await bench.end();
    }
    const [before, after] = seen;
    expect(after?.states).toBe(before?.states);
    expect(after?.order, 'by name, whoever bears it').toEqual(before?.order);
    expect(after?.marks, 'marks go with the id, not with the place').toEqual([...(before?.marks ?? [])].reverse());
  });
});

describe('on the first case', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.open(() => firstCase());
    await bench.settled();
  });
  afterAll(async () => {
    await bench.end();
  });

  test('of each limit: how firm, who says so, who could lift it, and on which evidence', async () => {
    const limits = bench.page.locator('section:has(h3:text("What follows from the stated limits alone")) li');
    const all = await limits.allInnerTexts();
    expect(all.length).toBeGreaterThan(2);
    const lines = all.filter((l) => !/its offer/.test(l));
    expect(lines.every((l) => /as judged by/.test(l) && /(could be lifted by|who could lift it is not on record)/.test(l))).toBe(true);
    expect(lines.some((l) => /could be lifted by/.test(l))).toBe(true);
    await limits.first().getByRole('button', { name: 'Evidence' }).click();
    await bench.settled();
    expect(await limits.first().locator('blockquote').count()).toBeGreaterThan(0);
  });

  test('the last statements stand there with their voices, and what the record leaves unclear', async () => {
    const said = bench.page.locator('section:has(h3:text("What was said"))');
    expect(await said.innerText()).toMatch(/in its own words|as reported/);
    expect(await said.locator('.unclear li').count()).toBeGreaterThan(2);
  });
});
