import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** The text beside its check: findings while typing, a broken case that opens, and two who save the same file. */
let bench: Bench;
const file = () => join(bench.folder, 'case.toml');
const field = () => bench.page.getByLabel('Text of case.toml');

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.go('edit');
});
afterAll(async () => {
  await bench.end();
});

test('a mistake is found while it is typed, with a way out, and nothing is written', async () => {
  const before = readFileSync(file(), 'utf8');
  await field().fill(before.replace('never = "status = recognised"', 'never = "status = recognized"'));
  await expect.poll(() => bench.page.locator('main').innerText()).toMatch(/1 error[\s\S]*recognized[\s\S]*Way out/);
  expect(readFileSync(file(), 'utf8')).toBe(before);
  await bench.page.getByRole('button', { name: 'Back to what is saved' }).click();
  await bench.settled();
  expect(await bench.page.locator('main').innerText()).not.toMatch(/1 error/);
});

test('a half-written case is saved, opens with its findings beside the text, and is mended there', async () => {
  const before = readFileSync(file(), 'utf8');
  await field().fill(before.replace('never = "status = recognised"', 'never = "status ="'));
  await bench.page.getByRole('button', { name: 'Save', exact: true }).click();
  await bench.settled();
  await bench.page.reload();
  await bench.settled();
  expect(await bench.page.locator('main').innerText()).toMatch(/This case has errors/);
  expect(await bench.page.locator('nav a').count()).toBe(1);
  await field().fill(before);
  await bench.page.getByRole('button', { name: 'Save', exact: true }).click();
  await bench.settled();
  expect(readFileSync(file(), 'utf8')).toBe(before);
  await bench.go('draft');
  expect(await bench.page.locator('#issue-status').innerText()).toContain('excluded by 1 limit');
});

test('who saves second sees both texts, and nothing is lost', async () => {
  await bench.go('edit');
  const before = readFileSync(file(), 'utf8');
  writeFileSync(file(), before.replace('Talks on the valley', 'Talks on the valley, second day'));
  await field().fill(before.replace('Border crossing', 'Crossing point'));
  await bench.page.getByRole('button', { name: 'Save', exact: true }).click();
  await bench.settled();
  const text = await bench.page.locator('main').innerText();
  expect(text).toContain('was saved elsewhere in the meantime');
  expect(text).toContain('second day');
  expect(readFileSync(file(), 'utf8')).toContain('second day');
  await bench.page.getByRole('button', { name: 'Go on from theirs' }).click();
  await bench.settled();
  expect(await field().inputValue()).toContain('second day');
});
