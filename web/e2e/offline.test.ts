import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { cannotBeApart } from './support/apart.ts';
import { Bench, firstCase } from './support/bench.ts';
import { writeCase } from './support/case.ts';
import { untested } from './support/untested.ts';

/** Nothing of the page needs, or speaks to, anything but the program that serves it. */
const SIZE = { width: 1280, height: 800 };

test('server and browser in a network without routes: the page opens, a choice is chosen, the verdict is read', async (ctx) => {
  const reason = cannotBeApart();
  if (reason !== null) return untested(ctx, reason);
  const outside = createServer((_, answer) => answer.end('outside'));
  await new Promise<void>((ready) => outside.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void outside.close());
  const bench = await Bench.open((dir) => writeCase(dir, 2), SIZE, false);
  onTestFinished(() => bench.close());

  await expect(fetch(new URL(bench.address).origin), 'the server is not in the network of this test').rejects.toThrow();
  const elsewhere = await bench.context.newPage();
  await expect(elsewhere.goto(`http://127.0.0.1:${(outside.address() as AddressInfo).port}/api/`), 'nor is the browser').rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  await elsewhere.close();

  await bench.settled();
  expect(await bench.page.getByRole('region', { name: 'In short' }).innerText()).toContain('There are packages within all stated limits.');
  await bench.go('draft');
  await bench.page.getByRole('button', { name: 'Recognised, for' }).click();
  await bench.page.getByText('No package keeps this draft').first().waitFor();
  expect(await bench.page.locator('section[aria-labelledby=objections-head]').innerText()).toMatch(/Westland[\s\S]*objects/);
  expect(bench.wrong).toEqual([]);
});

test('with the whole net at hand, every view asks its own server and nobody else', async () => {
  const bench = await Bench.open(() => firstCase());
  onTestFinished(() => bench.close());
  const own = new URL(bench.address).origin;
  await bench.settled();
  await bench.page.locator('header select').first().selectOption({ index: 1 });
  const views = await bench.page.locator('nav a').evaluateAll((all) => all.map((a) => a.getAttribute('href')?.slice(2) ?? ''));
  expect(views).toHaveLength(13);
  for (const view of views) await bench.go(view);
  expect(bench.asked.length, 'the page asks').toBeGreaterThan(views.length);
  expect(bench.asked.filter((url) => new URL(url).origin !== own)).toEqual([]);
  expect(bench.wrong).toEqual([]);
});
