import { expect, test } from 'vitest';
import { axis, marks, place, valueAt } from './axis.ts';

test('a value comes back from its place', () => {
  const a = axis([20, 80], 40, 400);
  expect(valueAt(a, place(a, 37))).toBeCloseTo(37);
  expect(valueAt(a, 4000)).toBe(a.high);
});
test('marks are round and within', () => {
  const a = axis([0, 100], 0, 500);
  expect(marks(a)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(marks(axis([], 0, 1)).length).toBeGreaterThan(0);
  expect(marks(axis([5, 5], 0, 1)).every((m) => m >= 4 && m <= 6)).toBe(true);
});
