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
