import { expect, test, vi } from 'vitest';
import { Answer } from './answer.svelte.ts';

test('a question that ends without an answer is waited for no longer', async () => {
  vi.useFakeTimers();
  const answer = new Answer<string>();
  await answer.ask(() => Promise.resolve('before'));
  let end = (_: unknown): void => undefined;
  const asked = answer.ask(() => new Promise((_, reject) => (end = reject)));
  vi.advanceTimersByTime(1000);
  expect(answer.waiting).toBe(true);
  end(new DOMException('', 'AbortError'));
  await asked;
  expect([answer.waiting, answer.value, answer.old, answer.error]).toEqual([false, 'before', true, null]);
});

test('what is old is marked once a hand would notice, and unmarked with the next answer', async () => {
  vi.useFakeTimers();
  const answer = new Answer<string>();
  await answer.ask(() => Promise.resolve('first'));
  let end = (_: string): void => undefined;
  const late = () => answer.ask(() => new Promise((resolve) => (end = resolve)));
  let asked = late();
  vi.advanceTimersByTime(60);
  expect([answer.old, answer.aged]).toEqual([true, false]);
  // A newer question in between does not begin the time anew: what is shown is as old as it is.
  asked = late();
  vi.advanceTimersByTime(60);
  expect([answer.old, answer.aged]).toEqual([true, true]);
  end('second');
  await asked;
  expect([answer.value, answer.old, answer.aged]).toEqual(['second', false, false]);
  await answer.ask(() => Promise.resolve('third'));
  vi.advanceTimersByTime(1000);
  expect(answer.aged, 'what was replaced at once').toBe(false);
  answer.stop();
  vi.advanceTimersByTime(1000);
  expect(answer.aged, 'no answer came in its place').toBe(true);
  answer.drop();
  expect(answer.aged).toBe(false);
});
