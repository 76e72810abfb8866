import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** What is typed in a text and not saved is not lost: not by a look elsewhere, another file, a form, an undo, or by closing the page. */
let bench: Bench;
const onDisk = (name: string) => readFileSync(join(bench.folder, name), 'utf8');
const field = (path: string) => bench.page.getByLabel(`Text of ${path}`);
const button = (name: string) => bench.page.getByRole('button', { name, exact: true });
const file = () => bench.page.getByLabel('File');
const alert = () => bench.page.locator('main > [role=alert], main > * [role=alert]').first();

/** Types a line at the top, as a hand does. */
async function type(path: string, line: string): Promise<string> {
  await field(path).click();
  await field(path).press('Control+Home');
  await bench.page.keyboard.type(`${line}\n`);
  await bench.settled();
  return `${line}\n${onDisk(path)}`;
}
async function rename(name: string): Promise<void> {
  await bench.page.getByLabel('A new one, or one that is there').selectOption({ label: 'Westland' });
  await bench.page.getByLabel('Name', { exact: true }).fill(name);
  await button('Change').click();
  await bench.settled();
}

beforeEach(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
  await bench.go('edit');
});
afterEach(async () => {
  await bench.end();
});

test('a look at the draft and back', async () => {
  const typed = await type('case.toml', '# mine');
  await bench.go('draft');
  await bench.go('edit');
  expect(await field('case.toml').inputValue()).toBe(typed);
  await button('Save').click();
  await bench.settled();
  expect(onDisk('case.toml')).toBe(typed);
});

test('a look at the draft and back, while somebody else saved: both texts are shown', async () => {
  const typed = await type('case.toml', '# mine');
  await bench.go('draft');
  writeFileSync(join(bench.folder, 'case.toml'), `# theirs\n${onDisk('case.toml')}`);
  await bench.go('edit');
  expect(await alert().innerText()).toMatch(/case\.toml was saved elsewhere in the meantime[\s\S]*# theirs[\s\S]*# mine/);
  expect(await field('case.toml').inputValue()).toBe(typed);
});

test('another file and back, with both texts unsaved', async () => {
  const mine = await type('case.toml', '# mine');
  await file().selectOption('ledger.toml');
  await bench.settled();
  const other = await type('ledger.toml', '# mine too');
  await file().selectOption('case.toml');
  await bench.settled();
  expect(await file().locator('option').allInnerTexts()).toEqual(expect.arrayContaining(['case.toml (not saved)', 'ledger.toml (not saved)']));
  expect(await field('case.toml').inputValue()).toBe(mine);
  await button('Back to what is saved').click();
  await bench.settled();
  expect(await field('case.toml').inputValue()).toBe(onDisk('case.toml'));
  await file().selectOption('ledger.toml');
  await bench.settled();
  expect(await field('ledger.toml').inputValue()).toBe(other);
});

test('what lies in a form, over a look at another form and another view', async () => {
  const group = bench.page.getByRole('group', { name: 'What to add or change' });
  const form = (name: string) => group.getByRole('button', { name, exact: true });
  const named = () => bench.page.getByLabel('Name', { exact: true });
  await bench.page.getByLabel('A new one, or one that is there').selectOption({ label: 'Westland' });
  await named().fill('The West');
  await form('A statement').click();
  await bench.page.getByLabel('Who speaks').fill('A spokesman');
  await form('A party').click();
  expect(await named().inputValue()).toBe('The West');
  await form('A statement').click();
  await bench.go('draft');
  await bench.go('edit');
  expect(await form('A statement').getAttribute('aria-pressed'), 'the form that was open').toBe('true');
  expect(await bench.page.getByLabel('Who speaks').inputValue()).toBe('A spokesman');
  await form('A party').click();
  const before = onDisk('case.toml');
  await button('Change').click();
  await bench.settled();
  expect(onDisk('case.toml'), 'only what was typed differs').toBe(before.replace('name = "Westland"', 'name = "The West"'));
  await bench.go('draft');
  await bench.go('edit');
  expect(await named().inputValue(), 'what was written is not kept').toBe('');
});

test('ranges typed in a form of estimates, over a look at the draft', async () => {
  await bench.page.getByRole('button', { name: 'Estimates of a party', exact: true }).click();
  await bench.page.getByRole('combobox', { name: 'Set of estimates', exact: true }).selectOption('first');
  await bench.page.getByRole('combobox', { name: 'Party', exact: true }).selectOption({ label: 'Westland' });
  const ends = bench.page.getByRole('group', { name: 'Bottom line' }).getByRole('spinbutton');
  const before = await ends.nth(1).inputValue();
  await ends.nth(0).fill('7');
  await bench.go('draft');
  await bench.go('edit');
  expect(await ends.nth(0).inputValue()).toBe('7');
  expect(await ends.nth(1).inputValue()).toBe(before);
});

test('a form that writes to another file', async () => {
  await file().selectOption('ledger.toml');
  await bench.settled();
  const typed = await type('ledger.toml', '# mine');
  await rename('The West');
  expect(onDisk('case.toml')).toContain('The West');
  expect(await field('ledger.toml').inputValue()).toBe(typed);
});

test('a form that writes to the same file says that the text comes first, and writes nothing', async () => {
  const before = onDisk('case.toml');
  const typed = await type('case.toml', '# mine');
  await file().selectOption('ledger.toml');
  await bench.settled();
  await rename('The West');
  expect(await alert().innerText()).toContain('the text of case.toml holds what is not saved');
  expect(await serious(bench)).toEqual([]);
  expect(onDisk('case.toml')).toBe(before);
  expect(await field('case.toml').inputValue(), 'the text is opened, with its way out beside it').toBe(typed);
  await button('Save').click();
  await bench.settled();
  await expect.poll(() => alert().count()).toBe(0);
  expect(await bench.page.getByLabel('Name', { exact: true }).inputValue(), 'what the form holds stays').toBe('The West');
  await button('Change').click();
  await bench.settled();
  expect(onDisk('case.toml')).toBe(typed.replace('name = "Westland"', 'name = "The West"'));
});

test('an undo of what was saved in the same file', async () => {
  await rename('The West');
  const saved = onDisk('case.toml');
  const typed = await type('case.toml', '# mine');
  await button('Undo the last saving').click();
  await bench.settled();
  expect(await alert().innerText()).toContain('the text of case.toml holds what is not saved');
  expect(await field('case.toml').inputValue()).toBe(typed);
  expect(onDisk('case.toml')).toBe(saved);
  await button('Back to what is saved').click();
  await bench.settled();
  await button('Undo the last saving').click();
  await bench.settled();
  expect(onDisk('case.toml')).not.toContain('The West');
  expect(await field('case.toml').inputValue()).toBe(onDisk('case.toml'));
});

test('what is typed while a save is under way', async () => {
  const typed = await type('case.toml', '# mine');
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await bench.page.route('**/api/files/case.toml', async (route) => {
    if (route.request().method() === 'PUT') await held;
    await route.continue();
  });
  await button('Save').click();
  await field('case.toml').press('Control+Home');
  await bench.page.keyboard.type('# and more\n');
  go();
  await expect.poll(() => onDisk('case.toml')).toBe(typed);
  await bench.settled();
  expect(await field('case.toml').inputValue()).toBe(`# and more\n${typed}`);
  await expect.poll(() => alert().count()).toBe(0);
});

test('closing the page asks first, wherever the reader is, and only while something is unsaved', async () => {
  let asked = 0;
  bench.page.on('dialog', (dialog) => {
    asked++;
    void dialog.dismiss();
  });
  await type('case.toml', '# mine');
  await bench.go('draft');
  await bench.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(1);
  await bench.go('edit');
  await button('Save').click();
  await bench.settled();
  const closed = bench.page.waitForEvent('close');
  await bench.page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toBe(1);
});
