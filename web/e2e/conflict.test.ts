import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Somebody else saved first: a form says so and keeps what was entered; an undo shows both texts of the file it is about, and of no other. */
let bench: Bench;
const onDisk = (name: string) => readFileSync(join(bench.folder, name), 'utf8');
const theirs = (name: string) => appendFileSync(join(bench.folder, name), '# theirs\n');
/** Somebody else's change, in the place of some words. */
const elsewhere = (name: string, words: string, others: string) => writeFileSync(join(bench.folder, name), onDisk(name).replace(words, others));
const field = (path: string) => bench.page.getByLabel(`Text of ${path}`);
const button = (name: string) => bench.page.getByRole('button', { name, exact: true });
const form = (name: string) => bench.page.getByRole('group', { name: 'What to add or change' }).getByRole('button', { name, exact: true });
const existing = () => bench.page.getByLabel('A new one, or one that is there');
const alert = () => bench.page.locator('main [role=alert]');
async function press(name: string): Promise<void> {
  await button(name).click();
  await bench.settled();
}
async function inShort(words: string): Promise<void> {
  await form('A statement').click();
  await existing().selectOption({ index: 1 });
  await bench.page.getByLabel('In short', { exact: true }).fill(words);
  await press('Change');
}

beforeEach(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
  await bench.go('edit');
});
afterEach(async () => {
  await bench.end();
});

test('a form over a case that moved on: it says so, keeps what was entered, and is written when it is repeated', async () => {
  await existing().selectOption({ label: 'Westland' });
  await bench.page.getByLabel('Name', { exact: true }).fill('The West');
  theirs('ledger.toml');
  await press('Change');
  await expect.poll(() => alert().allInnerTexts()).toEqual([expect.stringMatching(/The case was changed elsewhere in the meantime; nothing was written\.[\s\S]*then repeat it/)]);
  expect(await serious(bench)).toEqual([]);
  expect(await field('case.toml').inputValue()).toBe(onDisk('case.toml'));
  expect(await bench.page.getByLabel('Name', { exact: true }).inputValue()).toBe('The West');
  await press('Change');
  await expect.poll(() => alert().count()).toBe(0);
  expect(onDisk('case.toml')).toContain('The West');
  expect(onDisk('ledger.toml')).toContain('# theirs');
});

test.each([
  ['A party', 'Westland', 'Name', 'The West', 'case.toml', 'westland = { name = "Westland", kind = "state" }', 'westland = { name = "Westland", kind = "group" }', 'westland = { name = "The West", kind = "group" }'],
  ['An issue', 'Border crossing', 'Title', 'The bridge', 'case.toml', 'daytime = "Open in daytime"', 'daytime = "Open by day"', 'daytime = "Open by day"'],
  ['A limit', 'Westland: never Words on status: Recognised', 'Who could lift it (if known)', 'its parliament', 'case.toml', 'firmness = "stated-absolute"', 'firmness = "negotiable"', 'firmness = "negotiable"'],
  ['A statement', /^st-01/, 'In short', 'Both go together.', 'ledger.toml', 'via = "reported"', 'via = "document"', 'via = "document"'],
  ['A position', /No recognition/, 'In words', 'No recognition in any form.', 'ledger.toml', 'kind = "red-line"', 'kind = "interest"', 'kind = "interest"'],
])('%s: what nobody touched here stays as somebody else saved it', async (name, entry, label, entered, file, words, others, after) => {
  await form(name).click();
  const entries = await existing().locator('option').allInnerTexts();
  await existing().selectOption({ label: entries.find((e) => (typeof entry === 'string' ? e.startsWith(entry) : entry.test(e))) ?? '' });
  await bench.page.getByLabel(label, { exact: true }).fill(entered);
  elsewhere(file, words, others);
  await press('Change');
  await press('Change');
  await expect.poll(() => alert().count()).toBe(0);
  expect(onDisk(file)).toContain(after);
  expect(onDisk(file)).toContain(entered);
});

test('numbers that were typed stay, the others go along with the case', async () => {
  await form('Estimates of a party').click();
  await bench.page.getByRole('combobox', { name: 'Set of estimates', exact: true }).selectOption('first');
  await bench.page.getByRole('combobox', { name: 'Party', exact: true }).selectOption('eastland');
  const line = bench.page.getByRole('group', { name: /^Bottom line/ });
  const crossing = bench.page.getByRole('group', { name: 'Weight of "Border crossing"' });
  await line.getByLabel('at most').fill('45');
  elsewhere('estimates/first.toml', 'weights.crossing = { points = [20, 30]', 'weights.crossing = { points = [22, 30]');
  await press('Change');
  await expect.poll(() => crossing.getByLabel('at least').first().inputValue()).toBe('22');
  expect(await line.getByLabel('at most').inputValue()).toBe('45');
  await press('Change');
  expect(onDisk('estimates/first.toml')).toContain('bottom_line = { points = [25, 45]');
  expect(onDisk('estimates/first.toml')).toContain('weights.crossing = { points = [22, 30]');
});

test('an undo over a file somebody else changed opens that file, with both texts', async () => {
  const [before, text] = [onDisk('ledger.toml'), onDisk('case.toml')];
  await inShort('Both go together.');
  theirs('ledger.toml');
  await press('Undo the last saving');
  await expect.poll(() => alert().allInnerTexts()).toEqual([expect.stringMatching(/ledger\.toml was saved elsewhere in the meantime[\s\S]*# theirs/)]);
  expect(await field('case.toml').count(), 'nothing of one file stands under the name of another').toBe(0);
  expect(await field('ledger.toml').inputValue(), 'what the undo would have written').toBe(before);
  await bench.go('draft');
  await bench.go('edit');
  await expect.poll(() => alert().allInnerTexts(), { message: 'still to be chosen' }).toEqual([expect.stringMatching(/# theirs/)]);
  await press('Keep mine in the field');
  await press('Save');
  expect(onDisk('ledger.toml')).toBe(before);
  expect(onDisk('case.toml')).toBe(text);
});

test('an undo over the file under the eyes leaves the choice, and theirs can be taken', async () => {
  await bench.page.getByLabel('File').selectOption('ledger.toml');
  await inShort('Both go together.');
  theirs('ledger.toml');
  const stands = onDisk('ledger.toml');
  await press('Undo the last saving');
  await press('Go on from theirs');
  expect(await field('ledger.toml').inputValue()).toBe(stands);
  expect(await button('Save').isDisabled()).toBe(true);
});

test('an undo that would take a changed file away says why it does not', async () => {
  await form('Estimates of a party').click();
  await bench.page.getByLabel('name of a new set').last().fill('second');
  await bench.page.getByLabel('Author', { exact: true }).fill('somebody');
  await bench.page.getByRole('combobox', { name: 'Party', exact: true }).selectOption('eastland');
  await press('Add');
  theirs('estimates/second.toml');
  await press('Undo the last saving');
  await expect.poll(() => alert().allInnerTexts()).toEqual([expect.stringMatching(/nothing was written[\s\S]*estimates\/second\.toml was changed since/)]);
  expect(onDisk('estimates/second.toml')).toContain('# theirs');
  expect(await field('case.toml').inputValue()).toBe(onDisk('case.toml'));
});
