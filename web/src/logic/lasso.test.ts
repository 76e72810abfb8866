import { expect, test } from 'vitest';
import { around, reach, within, type Corner } from './lasso.ts';

const square: Corner[] = [[0, 0], [10, 0], [10, 10], [0, 10]];
const horseshoe: Corner[] = [[0, 0], [10, 0], [10, 10], [7, 10], [7, 3], [3, 3], [3, 10], [0, 10]];

test('inside is inside, also of a line that folds', () => {
  expect(within(square, [5, 5])).toBe(true);
  expect(within(square, [15, 5])).toBe(false);
  expect(within(horseshoe, [5, 8])).toBe(false);
  expect(within(horseshoe, [1, 8])).toBe(true);
});

test('a shape is drawn around when most of its outline is within', () => {
  expect(around(square, [[1, 1], [2, 1], [2, 2]])).toBe(true);
  expect(around(square, [[1, 1], [2, 1], [12, 1]])).toBe(true);
  expect(around(square, [[1, 1], [12, 1]])).toBe(false);
  expect(around(square, [[11, 1], [12, 1], [2, 2]])).toBe(false);
  expect(around(square, [])).toBe(false);
  expect(around(square.slice(0, 2), [[1, 1]])).toBe(false);
});

test('drawing is told from clicking by how far the hand went', () => {
  expect(reach([[3, 3], [4, 3], [3, 4]])).toBe(1);
  expect(reach([[3, 3], [33, 3], [3, 3]])).toBe(30);
  expect(reach([])).toBe(0);
});
