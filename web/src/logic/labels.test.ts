import { expect, test } from 'vitest';
import { spread } from './labels.ts';

test('labels at one point stand below each other', () => {
  const at = { x: 10, y: 10, width: 50 };
  const [a, b, c] = spread([at, at, at], 12, 500);
  expect([a, b, c]).toEqual([10, 22, 34]);
});
test('labels apart stay where they are', () => {
  expect(spread([{ x: 0, y: 10, width: 20 }, { x: 100, y: 10, width: 20 }], 12, 500)).toEqual([10, 10]);
});
