import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './support/bench.ts';
import { writeCase } from './support/case.ts';

/** How firm a conclusion is: what was drawn for one bench never passes for the answer to another. */
let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open((dir) => writeCase(dir, 2));
  await bench.settled();
  await bench.estimates('first');
  await bench.go('draft');
  await bench.page.getByRole('switch', { name: /Westland: never Words on status: Recognised/ }).uncheck();
  await bench.settled();
  await bench.go('doubt');
  await bench.page.getByLabel('Draws').selectOption('200');
  await draw();
  await bench.page.getByText('of draws from these estimates').waitFor({ timeout: 60_000 });
  await bench.page.locator('footer').getByRole('button', { name: 'Back to the case' }).click();
  await outdated();
});
afterAll(() => bench.close());

const draw = () => bench.page.getByRole('button', { name: 'Draw the numbers' }).click();
const outdated = () => bench.page.getByText('The bench has changed since').waitFor({ timeout: 5_000 });

test('draws that are stopped leave the earlier answer marked as that of the earlier bench', async () => {
  await bench.page.route('**/api/jobs/*/events', () => undefined);
  await draw();
  await bench.page.getByRole('button', { name: 'Stop' }).click();
  await bench.page.unroute('**/api/jobs/*/events');
  await bench.page.getByText('Stopped.').waitFor();
  await outdated();
});

test('draws that fail leave it so too', async () => {
  const failed = `event: failed\ndata: ${JSON.stringify({ schema: 'detente.error/1', code: 'too-slow', message: 'no answer' })}\n\n`;
  await bench.page.route('**/api/jobs/*/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: failed }));
  await draw();
  await bench.page.getByText('This took longer than allowed.').waitFor();
  await bench.page.unroute('**/api/jobs/*/events');
  await outdated();
});

test('draws that are answered take its place', async () => {
  await draw();
  await bench.page.getByText('The bench has changed since').waitFor({ state: 'detached', timeout: 60_000 });
  expect(await bench.page.getByText('of draws from these estimates').count()).toBe(1);
});
