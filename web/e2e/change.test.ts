import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** What is there already is changed in forms: only what is different is written, and nothing that would break the case. */
const SHOTS = join(ROOT, 'web', 'shots');
mkdirSync(SHOTS, { recursive: true });

let bench: Bench;
const text = (name: string) => readFileSync(join(bench.folder, name), 'utf8');
const form = (name: string) => bench.page.getByRole('group', { name: 'What to add or change' }).getByRole('button', { name, exact: true });
const list = (label: string) => bench.page.getByRole('combobox', { name: label, exact: true });
const existing = () => bench.page.getByLabel('A new one, or one that is there');
const field = (label: string) => bench.page.getByLabel(label, { exact: true });
async function change(): Promise<void> {
  await bench.page.getByRole('button', { name: 'Change', exact: true }).click();
  await bench.settled();
  expect(await bench.page.locator('main [role=alert]').allInnerTexts()).toEqual([]);
}
/** Lines that differ between two texts. */
function differing(before: string, after: string): string[] {
  const was = before.split('\n');
  return after.split('\n').filter((line, i) => line !== was[i]);
}

beforeAll(async () => {
  bench = await Bench.open((dir) => {
    writeCase(dir, 4);
    const file = join(dir, 'case.toml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('[issues.crossing]', '# what everybody calls the bridge\n[issues.crossing]').replace('southland = { name = "Southland", kind = "state" }', 'southland = { name = "Southland" }'));
    const ledger = join(dir, 'ledger.toml');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('status" }', 'status", prefix = "He wants " }'));
    return dir;
  });
  await bench.settled();
  await bench.go('edit');
});
afterAll(async () => {
  await bench.end();
});

test('a party gets another kind; its consent and every other line stay', async () => {
  const before = text('case.toml');
  await form('A party').click();
  await existing().selectOption({ label: 'Northland' });
  expect(await field('Name').inputValue()).toBe('Northland');
  expect(await field('only if …').inputValue()).toBe('crossing = open');
  await list('Kind').selectOption('group');
  await change();
  expect(differing(before, text('case.toml'))).toEqual([expect.stringMatching(/^northland = .*kind = "group".*only if crossing = open/)]);
});

test('what the file does not say is not written because a list shows something', async () => {
  const before = text('case.toml');
  await existing().selectOption({ label: 'Southland' });
  await field('Name').fill('The South');
  await change();
  expect(differing(before, text('case.toml'))).toEqual(['southland = { name = "The South" }']);
});

test('a party others speak of is not taken out, and the page says why', async () => {
  const before = text('case.toml');
  await existing().selectOption({ label: 'Westland' });
  await bench.page.getByRole('button', { name: 'Take out of the case' }).click();
  await bench.settled();
  expect((await bench.page.locator('main [role=alert]').allInnerTexts()).join('\n')).toMatch(/westland/);
  await bench.page.screenshot({ path: join(SHOTS, 'edit-refused.png') });
  expect(text('case.toml')).toBe(before);
});

test('an issue gets another title, a choice other words, and one choice more; the comment above it stays', async () => {
  await form('An issue').click();
  await existing().selectOption({ label: 'Border crossing' });
  await field('Title').fill('The bridge');
  await bench.page.getByLabel('daytime').fill('Open from dawn to dusk');
  await field('More choices, one to a line').fill('Open for goods alone');
  // Every set needs a value for it: the whole range, unless somebody knows better.
  await bench.page.getByLabel('Eastland (first) at least').fill('40');
  await change();
  const after = text('case.toml');
  expect(after).toContain('# what everybody calls the bridge\n[issues.crossing]');
  expect(after).toMatch(/title = "The bridge"/);
  expect(after).toMatch(/daytime = "Open from dawn to dusk"/);
  expect(after).toContain('"Open for goods alone"');
  expect(text('estimates/first.toml')).toMatch(/\[eastland\][\s\S]*?open-for-goods-alone = \[40, 100\][\s\S]*?\[westland\][\s\S]*?open-for-goods-alone = \[0, 100\]/);
});

test('the numbers of a range are changed', async () => {
  await existing().selectOption({ label: 'Share of the water for Eastland' });
  expect(await field('step').inputValue()).toBe('10');
  await field('step').fill('5');
  await change();
  expect(text('case.toml')).toMatch(/range = \{ from = 0, to = 100, step = 5, unit = "%" \}/);
});

test('a limit becomes negotiable and says who could lift it', async () => {
  await form('A limit').click();
  await existing().selectOption({ index: 1 });
  expect(await field('never accepts, as the file says it').inputValue()).not.toBe('');
  await list('How firm').selectOption('negotiable');
  await field('Who could lift it (if known)').fill('its parliament');
  await change();
  expect(text('case.toml')).toMatch(/firmness = "negotiable"/);
  expect(text('case.toml')).toMatch(/can_lift = "its parliament"/);
});

test('a statement is mended, its speaker untouched', async () => {
  await form('A statement').click();
  await existing().selectOption({ index: 1 });
  await field('In short').fill('Observers and status go together.');
  await change();
  const after = text('ledger.toml');
  expect(after).toContain('paraphrase = "Observers and status go together."');
  expect(after).toContain('speaker = { name = "The minister", party = "eastland" }');
});

test('a statement gets another party and other words; what stood around the old ones goes, who speaks stays', async () => {
  await form('A statement').click();
  await existing().selectOption({ index: 1 });
  await list('Party').selectOption('southland');
  await field('Exact words').fill('no foreign observers');
  await change();
  const after = text('ledger.toml');
  expect(after).toContain('speaker = { name = "The minister", party = "southland" }');
  expect(after).toContain('quote = { exact = "no foreign observers" }');
  await existing().selectOption({ index: 1 });
  await list('Party').selectOption('');
  await change();
  expect(text('ledger.toml')).toContain('speaker = { name = "The minister" }');
});

test('a position is put in other words; what it says on choices stays', async () => {
  await form('A position').click();
  await existing().selectOption({ label: 'Westland: No recognition.' });
  await field('In words').fill('No recognition in any form.');
  await change();
  const after = text('ledger.toml');
  expect(after).toContain('text = "No recognition in any form."');
  expect(after).toContain('rejects = ["recognised"]');
  await existing().selectOption({ label: 'Westland: No recognition in any form.' });
  await list('Stance').selectOption('accepts');
  await list('Choice').selectOption('deferred');
  await change();
  expect(text('ledger.toml')).toContain('accepts = ["deferred"]');
  expect(text('ledger.toml')).not.toContain('rejects = ["recognised"]');
});

test('one number of a set is changed; the others keep their ranges and reasons', async () => {
  const before = text('estimates/first.toml');
  await form('Estimates of a party').click();
  await list('Set of estimates').selectOption('first');
  await list('Party').selectOption('eastland');
  await bench.settled();
  const line = bench.page.getByRole('group', { name: /^Bottom line/ });
  expect(await line.getByLabel('at least').inputValue()).toBe('25');
  await line.getByLabel('at most').fill('45');
  await bench.page.getByLabel('Open from dawn to dusk at most').fill('90');
  await bench.page.screenshot({ path: join(SHOTS, 'edit-estimate.png'), fullPage: true });
  await change();
  expect(differing(before, text('estimates/first.toml'))).toEqual([
    expect.stringMatching(/^bottom_line = \{ points = \[25, 45\], because = "assumption: for this test" \}$/),
    expect.stringMatching(/^values\.crossing = \{ closed = 0, daytime = \[50, 90\], open = 100, because/),
  ]);
});

test('of a curve the corners are changed, and a party whose value falls keeps it falling', async () => {
  const before = text('estimates/first.toml');
  await list('Party').selectOption('westland');
  await bench.settled();
  const water = bench.page.getByRole('group', { name: 'Weight of "Share of the water for Eastland"' });
  expect(await water.getByLabel('0 % at most', { exact: true }).inputValue()).toBe('100');
  await water.getByLabel('0 % at least', { exact: true }).fill('80');
  await change();
  expect(differing(before, text('estimates/first.toml'))).toEqual([expect.stringMatching(/^values\.water = \{ curve = \[\[0, \[80, 100\]\], \[100, 0\]\], because = "assumption: for this test" \}$/)]);
});
