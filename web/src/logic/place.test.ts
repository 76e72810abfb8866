import { expect, test } from 'vitest';
import { offsetOf } from './place.ts';

test('a place in a text, never past its line or its end', () => {
  expect(offsetOf('ab\ncd\n', 2, 2)).toBe(4);
  expect(offsetOf('ab\ncd\n', 1, 9)).toBe(2);
  expect(offsetOf('ab', 7, 1)).toBe(2);
});
