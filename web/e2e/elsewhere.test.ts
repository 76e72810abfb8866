import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serious } from './support/axe.ts';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { Hand } from './support/hand.ts';

/** The case is changed on disk or in another tab: with its next answer the page shows it as it stands, keeps what lies on it, and says so. */
const SAID = 'The case was changed elsewhere; this is how it stands now.';
const LINE = '[[red_lines]]\nid = "eastland-on-status"\nparty = "eastland"\nnever = "status = deferred"\nfirmness = "strong"\nfirmness_by = "reporter"\nevidence = ["st-01"]\n';
const LIMIT = 'Eastland: never Words on status: Deferred';

let bench: Bench;
/** How often the case was read. */
let read: number;
const file = () => join(bench.folder, 'case.toml');
const onDisk = () => readFileSync(file(), 'utf8');
const addLine = () => writeFileSync(file(), onDisk().replace('\n[[process]]', `\n${LINE}\n[[process]]`));
const status = () => bench.page.locator('header [role=status]');
const hash = () => bench.page.locator('footer').getByText(/^case [0-9a-f]/).innerText();
const choice = (name: string | RegExp) => bench.page.getByRole('button', { name });
const alert = () => bench.page.locator('main [role=alert]');
async function choose(name: string | RegExp): Promise<void> {
  await choice(name).click();
  await bench.settled();
}
async function form(page: Page, party: string): Promise<void> {
  await page.getByRole('group', { name: 'What to add or change' }).getByRole('button', { name: 'A limit' }).click();
  await page.getByRole('combobox', { name: 'Party', exact: true }).selectOption({ label: party });
  await page.getByRole('combobox', { name: 'Issue', exact: true }).first().selectOption({ label: 'Words on status' });
  await page.getByRole('combobox', { name: 'Choice', exact: true }).first().selectOption({ label: 'Deferred' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

beforeEach(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
  await bench.go('draft');
  read = 0;
  bench.page.on('request', (r) => (read += new URL(r.url()).pathname === '/api/case' ? 1 : 0));
});
afterEach(async () => {
  await bench.end();
});

test('an editor writes a red line: its words, its switch and the hash are there with the next answer, and the draft stays', async () => {
  await choose('A joint group, for');
  const before = await hash();
  addLine();
  await choose('Deferred, for');
  await expect.poll(() => status().innerText()).toContain(SAID);
  const main = await bench.page.locator('main').innerText();
  expect(main).toContain(LIMIT);
  expect(main).not.toContain('eastland-on-status');
  expect(await bench.page.getByRole('switch', { name: new RegExp(LIMIT) }).count()).toBe(1);
  expect(await hash()).not.toBe(before);
  expect(await bench.page.locator('.paper').innerText()).toMatch(/A joint group[\s\S]*Deferred/);
  expect(read).toBe(1);
  expect(await serious(bench)).toEqual([]);
  await status().getByRole('button', { name: 'Noted' }).click();
  await choose('A joint group, for');
  expect(await status().innerText()).toBe('');
  expect(read).toBe(1);
});

test('another tab saves a limit, then this one: both are there, each said once to who did not save it', async () => {
  const other = await bench.context.newPage();
  bench.watch(other);
  await other.goto(bench.address);
  await other.click('nav a[href="#/edit"]');
  await form(other, 'Eastland');
  await other.locator('main').getByText(/^Added:/).waitFor();
  expect(await other.locator('header [role=status]').innerText()).toBe('');
  await bench.page.bringToFront();
  await choose('Deferred, for');
  await expect.poll(() => status().innerText()).toContain(SAID);
  expect(await bench.page.locator('main').innerText()).toContain(LIMIT);
  await status().getByRole('button', { name: 'Noted' }).click();
  await bench.go('edit');
  await form(bench.page, 'Westland');
  await bench.settled();
  await expect.poll(() => alert().count()).toBe(0);
  expect(await status().innerText()).toBe('');
  expect(onDisk()).toMatch(/id = "eastland-on-status"[\s\S]*never = "status = deferred"[\s\S]*id = "westland-on-status-2"[\s\S]*never = "status = deferred"/);
});

test('nothing is read anew while a hand moves', async () => {
  await bench.estimates('first');
  await bench.page.locator('main details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
  await bench.settled();
  const slider = bench.page.getByRole('slider', { name: /^Bottom line of Eastland/ });
  const hand = await Hand.on(slider, 0.3);
  await hand.to(0.4);
  addLine();
  const answered = bench.page.waitForResponse((r) => r.url().endsWith('/api/draft'));
  await hand.to(0.5);
  await answered;
  await hand.to(0.6);
  await bench.settled();
  expect(read).toBe(0);
  await hand.letGo();
  await bench.settled();
  expect(read).toBe(1);
  await expect.poll(() => status().innerText()).toContain(SAID);
  expect(await bench.page.locator('footer').innerText()).toContain('1 "what if" in force');
});

test('what speaks of something that is gone is taken off, and the page says so', async () => {
  await bench.page.getByRole('switch', { name: /Westland: never Words on status/ }).uncheck();
  await choose('A joint group, for');
  await choose('Deferred, for');
  const estimates = join(bench.folder, 'estimates', 'first.toml');
  writeFileSync(estimates, readFileSync(estimates, 'utf8').replaceAll('deferred = ', 'later = '));
  writeFileSync(file(), onDisk().replaceAll('westland-on-status', 'west-on-status').replace('deferred = "Deferred"', 'later = "Later"'));
  await choose('Open in daytime, for');
  await expect.poll(() => alert().count()).toBe(0);
  await expect.poll(() => status().innerText()).toContain(`${SAID} What it does not hold any more was taken out of the draft and the "what ifs".`);
  expect(await bench.page.locator('.paper').innerText()).toMatch(/Open in daytime[\s\S]*A joint group/);
  expect(await bench.page.locator('footer').innerText()).not.toContain('in force');
  await bench.page.locator('footer').getByRole('button', { name: 'Undo' }).click();
  await bench.settled();
  await expect.poll(() => alert().count(), { message: 'what undo leads to fits too' }).toBe(0);
});

test('a case that is broken elsewhere opens with what is wrong, and is there again once it is mended', async () => {
  const before = onDisk();
  writeFileSync(file(), before.replace('never = "status = recognised"', 'never = "status ="'));
  await choose('Deferred, for');
  expect(await bench.page.locator('main').innerText()).toMatch(/This case has errors/);
  await expect.poll(() => status().innerText()).toContain(SAID);
  writeFileSync(file(), before);
  await bench.page.getByLabel('Text of case.toml').press('End');
  await bench.page.keyboard.type(' ');
  await bench.page.getByRole('button', { name: 'Back to what is saved' }).click();
  await bench.settled();
  await bench.go('draft');
  expect(await bench.page.locator('.paper').innerText()).toContain('Deferred');
  await expect.poll(() => alert().count()).toBe(0);
});

test('a draft this page writes to the case did not come from elsewhere', async () => {
  await choose('A joint group, for');
  await bench.page.getByRole('button', { name: 'Keep for comparing' }).click();
  await bench.page.getByRole('button', { name: 'Write to the case' }).click();
  await bench.settled();
  expect(readFileSync(join(bench.folder, 'drafts.toml'), 'utf8')).toContain('joint');
  await choose('Deferred, for');
  expect(await status().innerText()).toBe('');
  expect(read).toBe(1);
});

test('who comes back to the page sees the case as it stands, without asking anything', async () => {
  addLine();
  await bench.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await bench.settled();
  await expect.poll(() => status().innerText()).toContain(SAID);
  expect(await bench.page.getByRole('switch', { name: new RegExp(LIMIT) }).count()).toBe(1);
  await bench.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await bench.settled();
  expect(read).toBe(1);
});
