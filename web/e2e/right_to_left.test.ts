import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Names written from the right, in sentences written from the left: each reads in its own direction, and the sentence in its own. */
const SHOTS = join(ROOT, 'web', 'shots');
mkdirSync(SHOTS, { recursive: true });
const NAMES: Record<string, string> = {
  '"Eastland"': 'الشرق',
  '"Westland"': 'מערב (ב)',
  '"Words on status"': 'كلمات عن الوضع',
  '"Recognised"': 'معترف به',
  '"Observers at the crossing"': 'משקיפים במעבר',
  '"A joint group"': 'קבוצה משותפת',
};

let bench: Bench;
const onDisk = () => readFileSync(join(bench.folder, 'case.toml'), 'utf8');
/** Where words stand on the screen, from the left. */
function from(within: Locator, words: string): Promise<number> {
  return within.evaluate((root, wanted) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      return range.getBoundingClientRect().left;
    }
    throw new Error(`not there: ${wanted}`);
  }, words);
}

beforeAll(async () => {
  bench = await Bench.open((dir) => {
    writeCase(dir, 2);
    const file = join(dir, 'case.toml');
    const named = Object.entries(NAMES).reduce((text, [was, name]) => text.replace(was, `"${name}"`), readFileSync(file, 'utf8'));
    writeFileSync(file, named);
    return dir;
  });
  await bench.settled();
});
afterAll(async () => {
  await bench.end();
});

test('who never accepts what is read from the left, name by name', async () => {
  await bench.go('draft');
  await bench.page.getByRole('button', { name: /معترف به/ }).first().click();
  await bench.settled();
  await bench.page.screenshot({ path: join(SHOTS, 'right-to-left-draft.png'), fullPage: true });
  const line = bench.page.locator('label').filter({ hasText: 'מערב (ב)' }).filter({ hasText: 'كلمات عن الوضع' }).first();
  const places = await Promise.all(['מערב', 'never', 'كلمات عن الوضع', 'معترف به'].map((words) => from(line, words)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('a name is entered and listed in its own direction, and written without a mark of the page', async () => {
  await bench.go('edit');
  await bench.page.getByLabel('A new one, or one that is there').selectOption({ index: 1 });
  const name = bench.page.getByLabel('Name', { exact: true });
  expect(await name.evaluate((e) => getComputedStyle(e).unicodeBidi), 'as its content says, in every browser').toBe('plaintext');
  await bench.page.screenshot({ path: join(SHOTS, 'right-to-left-name.png'), fullPage: true });
  await bench.page.getByRole('group', { name: 'What to add or change' }).getByRole('button', { name: 'A position' }).click();
  await bench.page.getByRole('combobox', { name: 'Party', exact: true }).selectOption('westland');
  await bench.page.getByRole('combobox', { name: 'Issue', exact: true }).selectOption('status');
  await bench.page.getByRole('combobox', { name: 'Choice', exact: true }).selectOption('recognised');
  await bench.page.getByRole('combobox', { name: 'On which statement', exact: true }).selectOption({ index: 1 });
  await bench.page.getByRole('button', { name: 'Add', exact: true }).click();
  await bench.settled();
  await bench.page.screenshot({ path: join(SHOTS, 'right-to-left-edit.png'), fullPage: true });
  const ledger = readFileSync(join(bench.folder, 'ledger.toml'), 'utf8');
  expect(ledger).toContain(': معترف به"');
  expect(`${ledger}${onDisk()}`).not.toMatch(/[\u2066-\u2069]/);
});
