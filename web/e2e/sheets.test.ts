import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench, ROOT } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** Every sheet, for the team and for the room, and what each can be told. */
const SHOTS = join(ROOT, 'web', 'shots');
mkdirSync(SHOTS, { recursive: true });

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 4));
  await bench.settled();
  await bench.estimates('first');
  await bench.go('draft');
  await bench.page.locator('#issue-crossing').getByText('Open in daytime', { exact: true }).first().click();
  await bench.settled();
  await bench.go('sheets');
});
afterAll(async () => {
  await bench.end();
});

const which = () => bench.page.getByLabel('Which sheet');
const preview = () => bench.page.frameLocator('iframe').locator('body').innerText();

test('every sheet is shown, for the room and for the team', async () => {
  const titles = await which().locator('option').allInnerTexts();
  expect(titles.length).toBe(15);
  for (const audience of ['the room', 'our team']) {
    await bench.page.getByRole('radio', { name: audience }).check();
    for (const title of titles) {
      await which().selectOption({ label: title.trim() });
      await bench.settled();
      expect(await bench.page.locator('[role=alert]').count(), `${title} for ${audience}`).toBe(0);
      const text = await preview();
      expect(text, title).toContain('Talks on the valley');
      // A brief is a paper for one party: its own estimates, nothing of the set's foot.
      if (audience === 'the room') expect(text, title).not.toContain('Estimates:');
      await bench.page.screenshot({ path: join(SHOTS, `sheet-${title.trim().toLowerCase().replace(/[^a-z]+/g, '-')}-${audience === 'the room' ? 'room' : 'team'}.png`) });
    }
  }
});

test('a brief is for the party that is chosen', async () => {
  await which().selectOption({ label: "One party's brief" });
  await bench.page.getByLabel('For which party').selectOption('westland');
  await bench.settled();
  await expect.poll(preview, { timeout: 10_000 }).toContain('Westland');
});

test('two drafts are set beside each other', async () => {
  await bench.go('draft');
  await bench.page.getByRole('button', { name: /^Keep/ }).first().click();
  await bench.page.locator('#issue-crossing').getByText('Open', { exact: true }).first().click();
  await bench.settled();
  await bench.go('sheets');
  await bench.page.getByRole('radio', { name: 'the room' }).check();
  await which().selectOption({ label: 'Two packages compared' });
  await bench.settled();
  await expect.poll(preview, { timeout: 10_000 }).toMatch(/Open in daytime[\s\S]*Open/);
});

test('a class is debriefed from its table; mistakes in it are named, all at once', async () => {
  await which().selectOption({ label: 'What a class agreed on' });
  const bring = (text: string) => bench.page.getByLabel('What each pair agreed on (CSV)').setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await bring('pair,crossing,observers,water,status\nRed,ajar,joint,50,deferred\n,open,none,50,sunny\n');
  await bench.settled();
  const wrong = (await bench.page.locator('[role=alert]').allInnerTexts()).join('\n');
  expect(wrong).toMatch(/ajar/);
  expect(wrong).toMatch(/sunny/);
  expect(wrong).toMatch(/Way out/);
  await bring('pair,crossing,observers,water,status\nRed,daytime,joint,50,deferred\nBlue,open,joint,60,silent\n');
  await bench.settled();
  await expect.poll(preview, { timeout: 10_000 }).toMatch(/Red[\s\S]*Blue/);
});

test('a sheet is had as a document', async () => {
  const coming = bench.page.waitForEvent('download');
  await bench.page.getByRole('button', { name: 'Download DOCX document' }).click();
  const path = await (await coming).path();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});
