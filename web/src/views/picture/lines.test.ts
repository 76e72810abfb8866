import { expect, test } from 'vitest';
import type { PictureAnswer } from '../../api/wire.ts';
import { firstOfEach, isPast, linesOf, ordered, rankOf, standsFor } from './lines.ts';

const of = (points: Record<string, number>) => Object.fromEntries(Object.entries(points).map(([p, v]) => [p, { points: v }]));
const principle = (in_words: string, x: string, points: Record<string, number>) => ({ in_words, compares_parties: false, proved: true, answers: [{ package: { i: x }, packages: '1', gaining: [], parties: of(points) }] });
const shown = {
  principles: { leximin: principle('then for the next', 'b', { p: 2, q: 3 }), nash: principle('largest product', 'b', { p: 2, q: 3 }), utilitarian: null },
  examples: [{ package: { i: 'a' }, would_object: [], parties: of({ p: 1, q: 9 }) }],
  points: [{ at: [1, 9], package: { i: 'a' }, parties: { p: 1, q: 9 } }, { at: [2, 3], package: { i: 'b' }, parties: { p: 2, q: 3 } }, { at: [5, 0], package: { i: 'c' }, parties: { p: 5, q: 0 } }],
} as unknown as PictureAnswer;

test('a package stands once, with everything it is', () => {
  const lines = linesOf(shown, false);
  expect(lines.map((l) => [l.package.i, l.letters, l.names, l.example, l.unbeaten])).toEqual([
    ['b', 'A B', ['largest product', 'then for the next'], null, true],
    ['a', '', [], 1, true],
    ['c', '', [], null, true],
  ]);
});

test('of an example that is told anew the points are the new ones, and one that is not is known to be past', () => {
  const examples = [{ package: { i: 'a' }, would_object: [], parties: of({ p: 8, q: 8 }) }, { package: { i: 'd' }, would_object: [], parties: of({ p: 7, q: 7 }) }];
  const before = { ...shown, examples } as unknown as PictureAnswer;
  const lines = linesOf(before, true);
  expect(lines.map((l) => [l.package.i, l.points.p, l.earlier, isPast(l)])).toEqual([
    ['b', 2, false, false],
    ['a', 1, true, false],
    ['d', 7, true, true],
    ['c', 5, false, false],
  ]);
  expect(lines.slice(1, 3).map(standsFor)).toEqual([['example 1 of the previous answer', 'no other beats it'], ['example 2 of the previous answer']]);
  expect(linesOf(before, false).filter(isPast)).toEqual([]);
});

test('the order is as they came, or by what they are worth to one party', () => {
  const lines = linesOf(shown, false);
  expect(ordered(lines, '').map((l) => l.package.i)).toEqual(['b', 'a', 'c']);
  expect(ordered(lines, 'q').map((l) => l.package.i)).toEqual(['a', 'b', 'c']);
  expect(ordered(lines, 'p').map((l) => l.package.i)).toEqual(['c', 'b', 'a']);
});

test('of a principle with many answers the first few stand out', () => {
  const line = (letters: string) => ({ letters }) as never;
  expect(firstOfEach([line('A'), line('E'), line('E'), line('A E'), line('E')], 2).map((l) => l.letters)).toEqual(['A', 'E', 'E', 'A E']);
});

test('dash and corner follow the first letter', () => {
  expect(linesOf(shown, false).map(rankOf)).toEqual([0, 0, 0]);
  expect(rankOf({ letters: 'C D' } as never)).toBe(2);
});
