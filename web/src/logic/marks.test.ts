import { describe, expect, test } from 'vitest';
import { SHAPES, marksOf, outline } from './marks.ts';

/** The corners of an outline, one after another. */
function corners(path: string): [number, number][] {
  const found: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, kind, rest] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const n = (rest ?? '').split(/[ ,]/).filter(Boolean).map(Number);
    const [a = 0, b = 0] = n.slice(-2);
    if (kind === 'M' || kind === 'L') [x, y] = [a, b];
    else if (kind === 'a') [x, y] = [x + a, y + b];
    else if (kind === 'h') x += n[0] ?? NaN;
    else if (kind === 'v') y += n[0] ?? NaN;
    found.push([x, y]);
  }
  return found;
}

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
  test('stand where they are put', () => {
    for (const shape of SHAPES) {
      const [here, there] = [corners(outline(shape, 5)), corners(outline(shape, 5, 30, -7))];
      expect(there.length).toBe(here.length);
      here.forEach(([x, y], i) => {
        expect(there[i]?.[0]).toBeCloseTo((x ?? NaN) + 30, 1);
        expect(there[i]?.[1]).toBeCloseTo((y ?? NaN) - 7, 1);
      });
    }
  });
});
