import { expect, test } from 'vitest';
import type { PictureAnswer } from '../../api/wire.ts';
import { firstOfEach, linesOf, ordered, rankOf } from './lines.ts';

const of = (points: Record<string, number>) => Object.fromEntries(Object.entries(points).map(([p, v]) => [p, { points: v }]));
const principle = (in_words: string, x: string, points: Record<string, number>) => ({ in_words, compares_parties: false, proved: true, answers: [{ package: { i: x }, packages: '1', gaining: [], parties: of(points) }] });
const shown = {
  principles: { leximin: principle('then for the next', 'b', { p: 2, q: 3 }), nash: principle('largest product', 'b', { p: 2, q: 3 }), utilitarian: null },
  examples: [{ package: { i: 'a' }, would_object: [], parties: of({ p: 1, q: 9 }) }],
  points: [{ at: [1, 9], package: { i: 'a' }, parties: { p: 1, q: 9 } }, { at: [2, 3], package: { i: 'b' }, parties: { p: 2, q: 3 } }, { at: [5, 0], package: { i: 'c' }, parties: { p: 5, q: 0 } }],
} as unknown as PictureAnswer;

test('a package stands once, with everything it is', () => {
  const lines = linesOf(shown);
  expect(lines.map((l) => [l.package.i, l.letters, l.names, l.example, l.unbeaten])).toEqual([
    ['b', 'A B', ['largest product', 'then for the next'], null, true],
    ['a', '', [], 1, true],
    ['c', '', [], null, true],
  ]);
});

test('the order is as they came, or by what they are worth to one party', () => {
  const lines = linesOf(shown);
  expect(ordered(lines, '').map((l) => l.package.i)).toEqual(['b', 'a', 'c']);
  expect(ordered(lines, 'q').map((l) => l.package.i)).toEqual(['a', 'b', 'c']);
  expect(ordered(lines, 'p').map((l) => l.package.i)).toEqual(['c', 'b', 'a']);
});

test('of a principle with many answers the first few stand out', () => {
  const line = (letters: string) => ({ letters }) as never;
  expect(firstOfEach([line('A'), line('E'), line('E'), line('A E'), line('E')], 2).map((l) => l.letters)).toEqual(['A', 'E', 'E', 'A E']);
});

test('dash and corner follow the first letter', () => {
  expect(linesOf(shown).map(rankOf)).toEqual([0, 0, 0]);
  expect(rankOf({ letters: 'C D' } as never)).toBe(2);
});
