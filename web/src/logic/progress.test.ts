import { expect, test } from 'vitest';
import { secondsLeft } from './progress.ts';

test('what is left is told from the parts so far', () => {
  expect(secondsLeft({ steps: 9, parts: 250, of: 1000, elapsed_ms: 2000 })).toBe(6);
  expect(secondsLeft({ steps: 9, parts: 1000, of: 1000, elapsed_ms: 2000 })).toBe(0);
});

test('nothing is told where nothing is known', () => {
  expect(secondsLeft({ steps: 9, parts: 0, of: 1000, elapsed_ms: 2000 })).toBe(null);
  expect(secondsLeft({ steps: 9, parts: 0, of: null, elapsed_ms: 2000 })).toBe(null);
});
