import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** What is refused, or not answered at all, stays as it was typed, and can be done again. */
let bench: Bench;
const onDisk = (name: string) => readFileSync(join(bench.folder, name), 'utf8');
const field = (label: string) => bench.page.getByLabel(label, { exact: true });
const list = (label: string) => bench.page.getByRole('combobox', { name: label, exact: true });
const form = (name: string) => bench.page.getByRole('group', { name: 'What to add or change' }).getByRole('button', { name, exact: true });
const alert = () => bench.page.locator('main [role=alert]');
async function press(name: string): Promise<void> {
  await bench.page.getByRole('button', { name, exact: true }).click();
  await bench.settled();
}

beforeEach(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
  await bench.go('edit');
});
afterEach(async () => {
  await bench.close();
});

test('a party whose condition the case cannot read', async () => {
  const before = onDisk('case.toml');
  await field('Name').fill('Northland');
  await list('Kind').selectOption('group');
  await list('Is its consent needed?').selectOption('if');
  await field('only if …').fill('crossing = ajar');
  await press('Add');
  await expect.poll(async () => (await alert().allInnerTexts()).join()).toContain('ajar');
  const said = (await alert().allInnerTexts()).join();
  expect(said).toContain('nothing was written: with this the case would have errors');
  expect(said, 'lines of a text that was not written are nowhere to be looked up').not.toMatch(/line \d/);
  expect(onDisk('case.toml')).toBe(before);
  expect([await field('Name').inputValue(), await list('Kind').inputValue(), await field('only if …').inputValue()]).toEqual(['Northland', 'group', 'crossing = ajar']);
  await field('only if …').fill('crossing = open');
  await press('Add');
  await expect.poll(() => alert().count()).toBe(0);
  expect(onDisk('case.toml')).toMatch(/northland = \{ name = "Northland", consent = "only if crossing = open", .*kind = "group" \}/);
});

test.each([
  ['A statement', 'Exact words', 'nothing without a word on status'],
  ['A limit', 'Who could lift it (if known)', 'its parliament'],
])('%s, while the program does not answer', async (name, label, typed) => {
  await form(name).click();
  await bench.page.getByLabel('A new one, or one that is there').selectOption({ index: 1 });
  await field(label).fill(typed);
  await bench.page.route('**/api/edit', (route) => route.abort('connectionrefused'));
  await press('Change');
  expect(await alert().innerText()).toContain('does not answer');
  expect(await field(label).inputValue()).toBe(typed);
  await bench.page.unroute('**/api/edit');
  await press('Change');
  await expect.poll(() => alert().count()).toBe(0);
  expect(`${onDisk('case.toml')}${onDisk('ledger.toml')}`).toContain(typed);
});

test('a text, while the program does not answer', async () => {
  const text = `# mine\n${onDisk('case.toml')}`;
  await field('Text of case.toml').fill(text);
  await bench.page.route('**/api/files/case.toml', (route) => route.abort('connectionrefused'));
  await press('Save');
  expect(await alert().innerText()).toContain('does not answer');
  expect(await field('Text of case.toml').inputValue()).toBe(text);
  await bench.page.unroute('**/api/files/case.toml');
  await press('Save');
  expect(onDisk('case.toml')).toBe(text);
});
