import { expect, test } from 'vitest';
import { ends, given, isElsewhere, isSame, reasoned, written } from './estimate.ts';

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

test('of a curve the values at its corners are given', () => {
  const choices = [0, 50, 100].map((n) => ({ id: `${n}`, title: `${n}`, amount: n }));
  const corner = (at: number, low: number) => ({ at, low, centre: low, high: low });
  const of = { bottom_line: null, weights: {}, values: { status: { silent: span } }, curves: { water: [corner(0, 100), corner(100, 0)], oil: [corner(-3, 0), corner(0, 9)] } };
  expect(Object.keys(given(of, 'water', choices))).toEqual(['0', '100']);
  expect(given(of, 'water', choices)['100']?.low).toBe(0);
  expect(given(of, 'status', [])).toEqual({ silent: span });
  expect(given(undefined, 'water', choices)).toEqual({});
  expect([isElsewhere(of, 'water', choices), isElsewhere(of, 'oil', choices)]).toEqual([false, true]);
});
