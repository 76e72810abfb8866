import { describe, expect, test } from 'vitest';
import { SHAPES, marksOf, outline } from './marks.ts';

describe('marks of parties', () => {
  test('depend on the rank of the id alone', () => {
    expect(marksOf(['westland', 'eastland'])).toEqual(marksOf(['eastland', 'westland']));
    expect(marksOf(['eastland', 'westland']).eastland).toEqual({ hue: 0, shape: 'circle' });
  });
  test('differ in hue and in shape among eight', () => {
    const marks = Object.values(marksOf([...'abcdefgh']));
    expect(new Set(marks.map((m) => m.hue)).size).toBe(8);
    expect(new Set(marks.map((m) => m.shape)).size).toBe(8);
  });
  test('are pairwise different among sixteen', () => {
    const marks = Object.values(marksOf([...'abcdefghijklmnop']));
    expect(new Set(marks.map((m) => `${m.hue}${m.shape}`)).size).toBe(16);
  });
  test('give way to what the reader chose', () => {
    const mine = { hue: 5, shape: 'star' } as const;
    expect(marksOf(['a', 'b'], { b: mine }).b).toEqual(mine);
    expect(marksOf(['a', 'b'], { b: mine }).a).toEqual({ hue: 0, shape: 'circle' });
  });
  test('have an outline each', () => {
    const paths = SHAPES.map((s) => outline(s, 5));
    expect(new Set(paths).size).toBe(SHAPES.length);
    for (const path of paths) expect(path).toMatch(/^M.*Z$/);
  });
});
