import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from './support/bench.ts';

/** A stranger's case from one article: two parties, three issues, to a deal sheet, without leaving the page. */
let bench: Bench;
const field = (label: string) => bench.page.getByLabel(label, { exact: true });
const list = (label: string) => bench.page.getByRole('combobox', { name: label, exact: true });
const form = (name: string) => bench.page.getByRole('group', { name: 'What to add or change' }).getByRole('button', { name });

async function add(): Promise<void> {
  await bench.page.getByRole('button', { name: 'Add', exact: true }).click();
  await bench.settled();
  expect(await bench.page.locator('main [role=alert]').allInnerTexts()).toEqual([]);
}

beforeAll(async () => {
  bench = await Bench.open(null);
});
afterAll(async () => {
  await bench.end();
});

test('the empty start page makes a case and opens it in the forms', async () => {
  await bench.settled();
  await field('What is negotiated').fill('Talks on the island');
  await bench.page.getByRole('button', { name: 'Make the case' }).click();
  await bench.settled();
  expect(await bench.page.locator('h1').innerText()).toContain('Talks on the island');
  expect(await bench.page.getByRole('heading', { name: 'Edit' }).count()).toBe(1);
});

test('two parties and three issues, by forms alone', async () => {
  for (const name of ['Eastland', 'Westland']) {
    await field('Name').fill(name);
    await add();
  }
  await form('An issue').click();
  await field('Title').fill('Ferry');
  await field('Choices, one to a line (states of the world, not wishes)').fill('No ferry\nIn summer\nAll year');
  await add();
  await field('Title').fill('Lighthouse');
  await field('Choices, one to a line (states of the world, not wishes)').fill('Kept by Eastland\nKept by both\nKept by a third country');
  await add();
  await field('Title').fill('Share of the catch for Westland');
  await list('Choices are').selectOption('range');
  await add();
  const text = readFileSync(join(bench.folder, 'talks-on-the-island', 'case.toml'), 'utf8');
  expect(text).toContain('Kept by a third country');
  expect(text).toMatch(/range/);
});

test('a statement of the article, a position and a limit that rests on it', async () => {
  await form('A statement').click();
  await field('Title of the source').fill('Islanders wait for a ferry');
  await field('Who speaks').fill('The harbour master');
  await list('Party').selectOption({ label: 'Westland' });
  await field('Exact words').fill('we will never see the lighthouse in other hands');
  await add();
  await form('A position').click();
  await list('Party').selectOption({ label: 'Westland' });
  await list('Issue').selectOption({ label: 'Lighthouse' });
  await list('Choice').selectOption({ label: 'Kept by a third country' });
  await list('Stance').selectOption('rejects');
  await list('On which statement').selectOption({ index: 1 });
  await add();
  await form('A limit').click();
  await list('Party').selectOption({ label: 'Westland' });
  await list('Issue').first().selectOption({ label: 'Lighthouse' });
  await list('Choice').first().selectOption({ label: 'Kept by a third country' });
  await list('On which statement').selectOption({ index: 1 });
  await add();
});

test('the draft knows the limit, and the record its statement', async () => {
  await bench.go('draft');
  expect(await bench.page.locator('#issue-lighthouse').innerText()).toMatch(/Kept by a third country[\s\S]*excluded by 1 limit/);
  await bench.go('evidence');
  await bench.page.locator('td button').first().click();
  await bench.settled();
  expect(await bench.page.locator('main').innerText()).toContain('we will never see the lighthouse in other hands');
});

test('the deal sheet for the room is shown and can be had as a file', async () => {
  await bench.go('sheets');
  const frame = bench.page.frameLocator('iframe');
  await expect.poll(() => frame.locator('body').innerText(), { timeout: 20_000 }).toMatch(/Talks on the island[\s\S]*not a proposal/i);
  const coming = bench.page.waitForEvent('download');
  await bench.page.getByRole('button', { name: 'Download HTML page' }).click();
  const path = await (await coming).path();
  expect(readFileSync(path, 'utf8')).toContain('Lighthouse');
});

test('what was saved can be undone, and the list says so', async () => {
  await bench.go('edit');
  await bench.page.getByRole('button', { name: 'Undo the last saving' }).click();
  await expect.poll(() => bench.page.locator('main').innerText(), { timeout: 10_000 }).toMatch(/undone/);
  await bench.go('draft');
  expect(await bench.page.locator('#issue-lighthouse').innerText()).not.toContain('excluded');
});
