import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { over, serious } from './support/axe.ts';
import { Bench, ROOT } from './support/bench.ts';

/** From a report to a statement in the record, without leaving the page: read, change, reject, accept, write, take back. */
let bench: Bench;
const RIVER = join(ROOT, 'conformance', 'reading', 'river');
const LEDGER = '# Kept by hand: this remark stays.\nformat = 1\n';
const ledger = () => readFileSync(join(bench.folder, 'river', 'ledger.toml'), 'utf8');
const card = (n: number) => bench.page.locator(`li[data-rank="${n}"] article`);
const button = (name: string | RegExp) => bench.page.getByRole('button', { name, exact: typeof name === 'string' });
const proposed = () => bench.page.locator('li[data-rank] article');

beforeAll(async () => {
  bench = await Bench.open((dir) => {
    const folder = join(dir, 'river');
    mkdirSync(folder);
    copyFileSync(join(RIVER, 'case.toml'), join(folder, 'case.toml'));
    writeFileSync(join(folder, 'ledger.toml'), LEDGER);
    return folder;
  });
  await bench.settled();
  await bench.go('evidence');
});
afterAll(async () => {
  await bench.end();
});

async function choose(name: string, buffer: Buffer): Promise<void> {
  await bench.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await bench.settled();
}
async function shot(name: string): Promise<void> {
  const into = process.env.DETENTE_SHOTS;
  if (!into) return;
  await bench.page.screenshot({ path: join(into, `reading-${name}-1280.png`) });
  await bench.page.setViewportSize({ width: 420, height: 800 });
  await bench.page.screenshot({ path: join(into, `reading-${name}-420.png`), fullPage: true });
  await bench.page.setViewportSize({ width: 1280, height: 800 });
}

test('a file that is no document says why and what to do', async () => {
  await button('Read a report').click();
  await choose('scan.txt', Buffer.from([0x63, 0xe9, 0x0a]));
  const said = await bench.page.locator('main [role=alert]').innerText();
  expect(said).toContain('neither UTF-8 text nor HTML nor PDF');
  expect(said).toContain('save it as plain text in UTF-8');
  await shot('empty');
});

test('a report is read: proposals with their words, beside the text with those in hand shaded', async () => {
  await choose('wire.txt', readFileSync(join(RIVER, 'wire.txt')));
  expect(await proposed().count()).toBe(14);
  const first = card(0);
  const words = await first.locator('q').innerText();
  expect(await bench.page.locator('mark.now').allInnerTexts()).toEqual([words]);
  expect(await first.innerText()).toContain('Eastland is against: Monitors on the line');
  await first.locator('summary').click();
  expect(await first.innerText()).toMatch(/read as oppose by Eastland.*a rank and not a likelihood/s);
  expect(ledger()).toBe(LEDGER);
  expect(await serious(bench)).toEqual([]);
  await shot('proposed');
});

test('by keyboard alone: accept, reject, take back; the next undecided one is in hand', async () => {
  await card(0).getByRole('button', { name: 'Accept' }).focus();
  await bench.page.keyboard.press('Enter');
  await expect.poll(() => bench.page.evaluate(() => document.activeElement?.closest('li')?.dataset.rank)).toBe('1');
  await bench.page.keyboard.press('Tab');
  await bench.page.keyboard.press('Tab');
  await bench.page.keyboard.press('Enter');
  expect(await card(1).innerText()).toContain('Rejected');
  expect(await bench.page.locator('[aria-live=polite]').allInnerTexts()).toContain('1 accepted, 1 rejected, 12 undecided');
  await card(0).getByRole('button', { name: 'Take back' }).click();
  await card(0).getByRole('button', { name: 'Accept' }).click();
  const inHand = await card(2).locator('q').innerText();
  expect((await bench.page.locator('mark.now').allInnerTexts()).join('')).toContain(inHand.slice(0, 20));
});

test('a proposal is changed before it is accepted, and its words have to stand in the text', async () => {
  const offer = proposed().filter({ hasText: 'ready to reopen the bridge' });
  await offer.getByRole('button', { name: 'Change' }).click();
  const form = bench.page.locator('li[data-rank] form');
  await form.getByLabel('Its words, as they stand in the text').fill('no such words');
  await button('Accept as it is now').click();
  expect(await form.locator('[role=alert]').innerText()).toContain('do not stand in the text');
  await form.getByLabel('Its words, as they stand in the text').fill('ready to reopen the bridge at Kells if Westland frees its prisoners');
  await form.getByLabel('Said on').fill('2031-04-14');
  await form.getByLabel('The same in your words').fill('Would reopen the bridge against the prisoners.');
  await form.getByLabel('On which issue').selectOption({ label: 'Exchange of prisoners' });
  await form.getByRole('combobox', { name: 'Stance', exact: true }).selectOption('condition');
  expect(await serious(bench)).toEqual([]);
  await shot('form');
  await button('Accept as it is now').click();
  expect(await bench.page.locator('li[data-rank] form').count()).toBe(0);
});

test('words nobody proposed are marked and become a statement', async () => {
  await bench.page.evaluate(() => {
    const pane = document.querySelector('[role=region]');
    if (!pane) throw new Error('no text');
    const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('No water, no captives going home') ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + 'No water, no captives going home'.length);
      return;
    }
    throw new Error('words are not there');
  });
  await button('Make a statement of the words I mark').click();
  const form = bench.page.locator('li[data-rank] form');
  expect(await form.getByLabel('Its words, as they stand in the text').inputValue()).toBe('No water, no captives going home');
  await form.getByLabel('Who speaks').fill('a senior official in Westland');
  await form.getByLabel('Party spoken for').selectOption({ label: 'Westland' });
  await form.getByLabel('How it reached us').selectOption('unnamed-official');
  await button('Add a reading').click();
  await form.getByLabel('On which issue').selectOption({ label: 'Exchange of prisoners' });
  await form.getByRole('combobox', { name: 'Stance', exact: true }).selectOption('condition');
  await button('Accept as it is now').click();
});

test("somebody else's change is not overwritten, and what was decided still stands", async () => {
  await bench.page.getByLabel('Its title').fill('Talks resume');
  await bench.page.getByLabel(/^Who accepts/).fill('a reader');
  appendFileSync(join(bench.folder, 'river', 'ledger.toml'), '# and another hand\n');
  await button('Write 3 statements to the record').click();
  await bench.settled();
  expect(await bench.page.locator('main [role=alert]').innerText()).toContain('The case has changed meanwhile');
  expect(ledger()).not.toContain('st-01');
  await button('Write 3 statements to the record').click();
  await bench.settled();
});

test('what is accepted stands in the ledger with comments kept, and its text beside it', async () => {
  const text = ledger();
  expect(text.startsWith(`${LEDGER}# and another hand\n`)).toBe(true);
  expect(text.match(/\[\[statements\]\]/g)).toHaveLength(3);
  expect(text).toContain('# read as: eastland oppose monitors\n');
  expect(text).toMatch(/# read as: eastland condition prisoners, if Westland frees its prisoners\n\[\[statements\]\]/);
  expect(text).toContain('said_on = 2031-04-14');
  expect(text).toContain('paraphrase = "Would reopen the bridge against the prisoners."');
  expect(text).toMatch(/speaker = \{ name = "a senior official in Westland", party = "westland", named = false \}\nvia = "unnamed-official"/);
  expect(text).toContain('title = "Talks resume"');
  expect(text.match(/coder = "a reader"/g)).toHaveLength(3);
  const texts = join(bench.folder, 'river', 'texts');
  expect(readFileSync(join(texts, readdirSync(texts)[0] ?? ''), 'utf8')).toBe(readFileSync(join(RIVER, 'wire.txt'), 'utf8'));
  expect(await bench.page.locator('main [role=status]').first().innerText()).toContain('Written: st-01, st-02, st-03');
  await shot('written');
});

test('the record shows them in their source, and the change list takes them back', async () => {
  await button('Back to the record').click();
  await bench.settled();
  const uncoded = bench.page.locator('section').filter({ hasText: 'Statements no position rests on yet' });
  expect(await uncoded.locator('figure').count()).toBe(3);
  await uncoded.getByRole('button', { name: 'In its source' }).first().click();
  await bench.settled();
  expect(await uncoded.locator('mark').first().innerText()).toContain('Eastland rejects armed monitors');
  await shot('record');
  await bench.go('edit');
  expect(await bench.page.locator('main').innerText()).toContain('Accepted 3 statements of “Talks resume”');
  await button('Undo the last saving').click();
  await bench.settled();
  expect(ledger()).toBe(`${LEDGER}# and another hand\n`);
});

test('a page of HTML is read as its prose, on a narrow window too', async () => {
  await bench.go('evidence');
  await button('Read a report').click();
  await choose('page.html', Buffer.from('<!doctype html><title>Bridge</title><nav>Westland rejects the bridge</nav><p>Eastland rejects the bridge.'));
  expect(await proposed().count()).toBe(1);
  expect(await bench.page.locator('[role=region]').innerText()).not.toContain('Westland');
  await bench.page.setViewportSize({ width: 420, height: 800 });
  expect(await over(bench)).toBeLessThanOrEqual(0);
  await bench.page.setViewportSize({ width: 1280, height: 800 });
  await button('Read another').click();
  await bench.page.getByLabel('Or its text, pasted here').fill('Nothing happened in the harbour.');
  await button('Read it').click();
  await bench.settled();
  expect(await bench.page.locator('main').innerText()).toContain('Nothing is proposed');
});
