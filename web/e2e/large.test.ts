import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeLarge } from './support/large.ts';

/** A large case: what takes long is a job, begun once the hand rests and ended when nobody wants it. */
let bench: Bench;
/** What jobs were begun for, in order. */
const begun: string[] = [];
const questions: string[] = [];

beforeAll(async () => {
  bench = await Bench.open((dir) => writeLarge(join(dir, 'large')));
  await bench.settled();
  await bench.estimates('guess');
  await bench.go('picture');
  bench.page.on('request', (r) => {
    const path = new URL(r.url()).pathname;
    if (path === '/api/jobs') begun.push((r.postDataJSON() as { kind: string }).kind);
    else questions.push(path);
  });
});
beforeEach(() => {
  begun.length = questions.length = 0;
});
afterAll(() => bench.close());

const count = (kind: string) => begun.filter((one) => one === kind).length;
const UNLIKE = 'Packages as unlike each other as possible';

test('unlike packages are one job for a hand that moved, not one for each step', async () => {
  const held: Route[] = [];
  await bench.page.route('**/api/draft', (route) => void held.push(route));
  const line = bench.page.locator('main svg').getByRole('slider').first();
  await line.press('ArrowRight');
  await bench.page.getByLabel(UNLIKE).check();
  for (let i = 0; i < 3; i++) await line.press('ArrowRight');
  expect(count('examples')).toBe(0);
  await bench.page.unroute('**/api/draft');
  await Promise.all(held.map((route) => route.continue().catch(() => null)));
  await expect.poll(() => count('examples'), { timeout: 30_000 }).toBe(1);
  await bench.page.getByLabel(UNLIKE).uncheck();
});

test('the most for one party is worked out by a job', async () => {
  const most = bench.page.locator('section.card', { hasText: 'Most for one party' });
  await most.getByRole('combobox').selectOption('eastland');
  await most.getByRole('progressbar').waitFor();
  expect(count('best-for')).toBe(1);
  expect(questions).not.toContain('/api/best-for');
  await most.getByRole('combobox').selectOption('');
  await most.getByRole('progressbar').waitFor({ state: 'detached' });
});

test('a job that is let go before it is watched is ended', async () => {
  const held: Route[] = [];
  await bench.page.route('**/api/jobs', (route) => void ((route.request().postDataJSON() as { kind: string }).kind === 'examples' ? held.push(route) : route.continue()));
  await bench.page.getByLabel(UNLIKE).check();
  await expect.poll(() => held.length, { timeout: 30_000 }).toBe(1);
  await bench.page.getByLabel(UNLIKE).uncheck();
  const ended = bench.page.waitForResponse((r) => r.request().method() === 'DELETE' && r.url().includes('/api/jobs/'), { timeout: 30_000 });
  await bench.page.unroute('**/api/jobs');
  await held[0]?.continue().catch(() => null);
  expect((await ended).status()).toBe(204);
});
