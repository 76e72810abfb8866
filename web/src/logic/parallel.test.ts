import { expect, test } from 'vitest';
import { axis } from './axis.ts';
import { beside, corners, movedUp, nearest, outlineOf, stepped, type Row } from './parallel.ts';

const rows: Row[] = ['a', 'b', 'c'].map((party, i) => ({ party, y: 10 + 50 * i, scale: { ...axis([0, 100], 0, 100), low: 0, high: 100 } }));

test('a line crosses each axis at what the package is worth there, and passes over who has no number', () => {
  expect(corners(rows, { a: 0, b: 100, c: 50 })).toEqual([[0, 10], [100, 60], [50, 110]]);
  expect(corners(rows, { a: 0, c: 50 })).toEqual([[0, 10], [50, 110]]);
  expect(outlineOf([[0, 10], [50, 110]])).toBe('M0.0,10.0L50.0,110.0');
});

test('distance to a line is taken along the axes, and from its ends beyond them', () => {
  const line = corners(rows, { a: 0, b: 100, c: 50 });
  expect(beside(line, 50, 35)).toBe(0);
  expect(beside(line, 60, 35)).toBe(10);
  expect(beside(line, 0, 0)).toBe(10);
  expect(beside(line, 50, 130)).toBe(20);
  expect(beside([], 0, 0)).toBe(Infinity);
});

test('the nearest line is found within reach only, of two alike the first', () => {
  const lines = [{ a: 0, b: 0, c: 0 }, { a: 40, b: 40, c: 40 }, { a: 40, b: 40, c: 40 }].map((p) => corners(rows, p));
  expect(nearest(lines, 38, 60, 8)).toBe(1);
  expect(nearest(lines, 3, 60, 8)).toBe(0);
  expect(nearest(lines, 20, 60, 8)).toBeNull();
});

test('an axis moves up by one place, and the first stays', () => {
  expect(movedUp(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b']);
  expect(movedUp(['a', 'b', 'c'], 'a')).toEqual(['a', 'b', 'c']);
  expect(movedUp(['a', 'b'], 'x')).toEqual(['a', 'b']);
});

test('labels that would cover each other stand on steps, and none beyond the edge', () => {
  const at = (x: number, text = 'A') => ({ x, text });
  expect(stepped([at(50), at(52), at(54), at(56), at(90)], 100).map((s) => s.step)).toEqual([0, 1, 2, 2, 0]);
  expect(stepped([at(0, 'A B'), at(100)], 100).map((s) => s.x)).toEqual([16, 92]);
  expect(stepped([at(50, 'A B C'), at(73)], 100).map((s) => s.step)).toEqual([0, 1]);
  expect(stepped([at(50, 'A B C'), at(83)], 100).map((s) => s.step)).toEqual([0, 0]);
});
