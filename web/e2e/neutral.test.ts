import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** A charge of bias: the same case with two parties exchanged, names and ids, and with its parties in the opposite order. */
const FILES = ['case.toml', 'ledger.toml', join('estimates', 'first.toml')];
const NAMES = ['Eastland', 'Northland', 'Southland', 'Westland'];
const exchanged = (text: string) => text.replace(/Eastland|Westland|eastland|westland/g, (of) => ({ Eastland: 'Westland', Westland: 'Eastland', eastland: 'westland' })[of] ?? 'eastland');
/** The tables and lines that a party has of its own, last first. */
function reversed(text: string): string {
  const parties = /(\[parties\]\n)([\s\S]*?)(\n\n)/;
  const lines = text.replace(parties, (_, head: string, body: string, end: string) => head + body.split('\n').reverse().join('\n') + end);
  const [head = '', ...own] = lines.split(/^(?=\[(?:eastland|westland|northland|southland)\]$)/m);
  return head + own.map((of) => `${of.trimEnd()}\n`).reverse().join('');
}

interface Seen {
  text: string;
  /** Names of parties with their hue and shape, in the order in which each list of them stands. */
  parties: string[][];
}

/** A list of parties each: who objects, axes and strips, columns and rows. */
const LISTS: Record<string, string[]> = {
  overview: ['section:has(h3:text("Who, and whose consent")) strong .party'],
  draft: ['section[aria-labelledby=objections-head] .party > div strong .party'],
  picture: ['.strips .party'],
  'picture-all': ['main .frame .name .party', 'main details table thead .party'],
  compare: ['main table:has(th .party) tbody th .party'],
  moves: ['main table thead .party'],
  evidence: ['main table thead .party'],
};

async function look(change: (text: string) => string): Promise<Record<string, Seen>> {
  const bench = await Bench.open((dir) => {
    writeCase(dir, 4);
    for (const file of FILES) writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
    return dir;
  });
  const seen: Record<string, Seen> = {};
  const { page } = bench;
  try {
    await bench.settled();
    await bench.estimates('first');
    await bench.go('draft');
    await page.getByRole('button', { name: 'Recognised, for' }).click();
    await bench.settled();
    for (const view of ['overview', 'draft', 'why', 'picture', 'picture-all', 'compare', 'moves', 'evidence', 'process']) {
      await bench.go(view.split('-')[0] ?? view);
      if (view === 'picture') {
        await page.getByRole('button', { name: 'Undo' }).click();
        // The two whose exchange is looked at, so that both pictures are of the same two.
        await page.locator('label:text("up") select').selectOption('westland');
        await page.locator('label:text("across") select').selectOption('eastland');
      }
      if (view === 'picture-all') await page.getByLabel('All parties').check();
      if (view === 'compare') await page.getByRole('button', { name: 'Add examples' }).click();
      await bench.settled();
      await page.locator('main details').evaluateAll((all) => all.forEach((d) => d.setAttribute('open', '')));
      await bench.settled();
      const parties = [];
      for (const list of LISTS[view] ?? [])
        parties.push(await page.locator(list).evaluateAll((all) => all.map((e) => `${e.querySelector('bdi')?.textContent} ${e.querySelector('svg')?.getAttribute('class')?.match(/hue\d/)?.[0]} ${e.querySelector('path')?.getAttribute('d')}`)));
      // An axis across is longer than one up, and has more marks.
      await page.locator('main .tick').evaluateAll((all) => all.forEach((t) => ((t as SVGElement).style.display = 'none')));
      seen[view] = { text: await page.locator('main').innerText(), parties };
    }
    expect(bench.wrong).toEqual([]);
  } finally {
    await bench.close();
  }
  return seen;
}

let plain: Record<string, Seen>;
beforeAll(async () => {
  plain = await look((text) => text);
});
const words = (text: string) => text.split(/[\s,;]+/).sort();

test('parties stand by name in every list', () => {
  for (const view of Object.keys(LISTS))
    for (const list of plain[view]?.parties ?? []) {
      const names = list.map((of) => of.split(' ')[0] ?? '');
      expect(names.length, view).toBeGreaterThan(1);
      expect(names, view).toEqual(NAMES.filter((n) => names.includes(n)));
    }
});

test('two parties that exchange names and ids exchange what is theirs, and nothing else', async () => {
  const other = await look(exchanged);
  for (const [view, { text, parties }] of Object.entries(plain)) {
    expect(other[view]?.parties, `${view}: the same names with the same marks in the same places`).toEqual(parties);
    expect(words(exchanged(other[view]?.text ?? '')), view).toEqual(words(text));
  }
});

test('the order in which a case names its parties reaches nothing', async () => {
  const other = await look(reversed);
  for (const view of Object.keys(plain)) expect(other[view], view).toEqual(plain[view]);
});
