import { expect, test } from 'vitest';
import { ends, isSame, isStraight, reasoned, written } from './estimate.ts';

const span = { low: 30, centre: 35, high: 40 };

test('a number is written as one number or as two ends', () => {
  expect(written({ low: 5, high: 5 })).toBe(5);
  expect(written({ low: 5, high: 9 })).toEqual([5, 9]);
  expect(reasoned({ low: 1, high: 2 }, 'assumption: a guess')).toEqual({ points: [1, 2], because: 'assumption: a guess' });
  expect(reasoned({ low: 1, high: 2 }, null)).toEqual({ points: [1, 2] });
});

test('a form begins with what is there and knows what was changed', () => {
  expect(ends(span, { low: 0, high: 1 })).toEqual({ low: 30, high: 40 });
  expect(ends(null, { low: 0, high: 1 })).toEqual({ low: 0, high: 1 });
  expect(isSame({ low: 30, high: 40 }, span)).toBe(true);
  expect(isSame({ low: 31, high: 40 }, span)).toBe(false);
  expect(isSame({ low: 0, high: 0 }, null)).toBe(false);
});

test('a curve with corners is not two ends', () => {
  expect(isStraight([0, 50, 100], [100, 50, 0])).toBe(true);
  expect(isStraight([0, 50, 100], [100, 80, 0])).toBe(false);
  expect(isStraight([7], [3])).toBe(true);
});
