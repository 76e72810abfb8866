import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** The picture of two parties while another pair is asked for: what stands there still has each party's own points. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 4));
  await bench.settled();
  await bench.estimates('first');
  await bench.go('picture');
});
afterAll(async () => {
  await bench.end();
});

test('a party taken across has its own points before the picture of the new pair is there', async () => {
  const { page } = bench;
  const strip = (await page.getByRole('img', { name: /^Westland: / }).getAttribute('aria-label')) ?? '';
  const own = strip.replace('Westland: ', '').split(', ');
  expect(new Set(own).size, 'points that differ').toBeGreaterThan(1);
  const held: Route[] = [];
  await page.route('**/api/picture', (route) => void held.push(route));
  await page.locator('main').getByRole('combobox', { name: 'across' }).selectOption('westland');
  const points = page.locator('main svg circle.point');
  expect(await points.evaluateAll((all) => all.map((c) => /^Westland (−?\d+),/.exec(c.getAttribute('aria-label') ?? '')?.[1]))).toEqual(own);
  await page.unroute('**/api/picture');
  await Promise.all(held.map((route) => route.continue().catch(() => null)));
  await bench.settled();
});
