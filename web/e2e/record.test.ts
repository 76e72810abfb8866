import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { over, serious } from './support/axe.ts';
import { Bench, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** What was put on the table and what became of it; what happened when; who changed a position, from what to what. */
const SHOTS = join(ROOT, 'web', 'shots');
mkdirSync(SHOTS, { recursive: true });

const DRAFTS = `format = 1
[[drafts]]
id = "first-paper"
title = "First paper"
by = ["eastland"]
to = ["westland"]
date = 2026-01-10
precision = "day"
status = "rejected"
choices = { crossing = "daytime", status = "silent" }
evidence = ["st-01"]
[[drafts]]
id = "second-paper"
title = "Second paper"
by = ["westland"]
date = 2026-01-20
precision = "day"
supersedes = "first-paper"
choices = { crossing = "daytime", observers = ["joint", "foreign"], status = "deferred" }
only_if = "crossing = daytime"
`;
const EARLIER = `
[[positions]]
id = "pos-03"
party = "westland"
issue = "crossing"
kind = "demand"
text = "The crossing stays closed."
accepts = ["closed"]
valid_from = 2026-01-05
evidence = ["st-02"]
[[positions]]
id = "pos-04"
party = "westland"
issue = "crossing"
kind = "concession"
text = "Open in daytime."
accepts = ["daytime"]
supersedes = "pos-03"
valid_from = 2026-01-25
evidence = ["st-02"]
[[positions]]
id = "pos-05"
party = "eastland"
issue = "water"
kind = "demand"
text = "Half of the water."
accepts = ["50"]
earlier = "all of the water"
valid_from = 2026-01-15
evidence = ["st-01"]
[[events]]
id = "ev-01"
on = 2026-01-12
precision = "day"
what = "A bus is stopped at the crossing."
evidence = ["st-01"]
`;

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open((dir) => {
    writeCase(dir, 2);
    writeFileSync(join(dir, 'drafts.toml'), DRAFTS);
    appendFileSync(join(dir, 'ledger.toml'), EARLIER);
    return dir;
  });
  await bench.settled();
});
afterAll(async () => {
  expect(bench.wrong).toEqual([]);
  expect(readFileSync(join(bench.folder, 'drafts.toml'), 'utf8')).toBe(DRAFTS);
  await bench.close();
});

test('what was put on the table: by whom, to whom, what it says, what became of it and what took its place', async () => {
  await bench.go('process');
  const first = bench.page.getByRole('article', { name: 'First paper' });
  expect(await first.innerText()).toMatch(/rejected[\s\S]*2026-01-10[\s\S]*by\s+Eastland[\s\S]*to\s+Westland[\s\S]*Border crossing: Open in daytime[\s\S]*its place was taken by Second paper/);
  const second = bench.page.getByRole('article', { name: 'Second paper' });
  const text = await second.innerText();
  expect(text).toMatch(/made[\s\S]*by\s+Westland[\s\S]*Observers at the crossing: \[Observers of a third country \| A joint group\]\s+only if Border crossing: Open in daytime/);
  expect(text).toMatch(/takes the place of First paper; different on: [^\n]*Words on status/);
  await first.getByRole('button', { name: 'Evidence' }).click();
  await bench.settled();
  expect(await first.innerText()).toContain('no foreign observers without a word on status');
  await bench.page.screenshot({ path: join(SHOTS, 'process-offers.png'), fullPage: true });
  expect(await serious(bench)).toEqual([]);
  expect(await over(bench)).toBeLessThanOrEqual(0);
});

test('what happened, by date: offers and events in one order', async () => {
  const section = bench.page.locator('section').filter({ has: bench.page.getByRole('heading', { name: 'What happened, by date' }) });
  expect(await bench.page.getByRole('heading', { name: 'Without a date' }).count(), 'no heading over nothing').toBe(0);
  const text = await section.innerText();
  const dates = [...text.matchAll(/\d{4}-\d{2}-\d{2}/g)].map((m) => m[0]);
  expect(dates).toEqual([...dates].sort());
  expect(text).toMatch(/2026-01-10[^\n]*draft[\s\S]*First paper[\s\S]*2026-01-12[^\n]*event[\s\S]*A bus is stopped[\s\S]*2026-01-20[^\n]*draft[\s\S]*Second paper/);
});

test('who changed a position: when, from what to what, on which evidence, told by the source or by two entries', async () => {
  await bench.go('evidence');
  const section = bench.page.locator('section').filter({ has: bench.page.getByRole('heading', { name: 'What changed' }) });
  expect(await section.innerText()).toMatch(/2026-01-15[\s\S]*Eastland · Share of the water[\s\S]*all of the water[\s\S]*Half of the water\.[\s\S]*2026-01-25[\s\S]*Westland · Border crossing[\s\S]*The crossing stays closed\.[\s\S]*Open in daytime\./);
  await section.getByRole('button', { name: 'Evidence' }).last().click();
  await bench.settled();
  expect(await section.innerText()).toContain('Recognition is out of the question');
});
