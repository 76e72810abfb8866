import { describe, expect, test } from 'vitest';
import { asked, bracket, bracketed, choose, chosen, differing, fromPackage, leaveOpen, same, toPackage } from './draft.ts';

describe('a draft', () => {
  test('holds one choice, and lets go of it when it is chosen again', () => {
    const one = choose({}, 'water', 'shared');
    expect(chosen(one, 'water')).toBe('shared');
    expect(choose(one, 'water', 'shared')).toEqual({});
    expect(chosen(choose(one, 'water', 'split'), 'water')).toBe('split');
  });
  test('holds several choices in brackets, none of them chosen', () => {
    const two = bracket(bracket({}, 'water', 'shared'), 'water', 'split');
    expect(bracketed(two, 'water')).toEqual(['shared', 'split']);
    expect(chosen(two, 'water')).toBeNull();
    expect(chosen(bracket(two, 'water', 'split'), 'water')).toBe('shared');
    expect(bracket(bracket({}, 'water', 'split'), 'water', 'split')).toEqual({});
  });
  test('is a package only when every issue has one choice', () => {
    const pack = { water: 'shared', road: 'open' };
    expect(toPackage(fromPackage(pack), ['water', 'road'])).toEqual(pack);
    expect(toPackage(leaveOpen(fromPackage(pack), 'road'), ['water', 'road'])).toBeNull();
  });
  test('is compared issue by issue', () => {
    const a = fromPackage({ water: 'shared', road: 'open' });
    expect(same(a, fromPackage({ road: 'open', water: 'shared' }))).toBe(true);
    expect(differing(a, choose(a, 'road', 'shut'), ['road', 'water'])).toEqual(['road']);
  });
});

test('a question takes what is settled, and what each bracket holds', () => {
  expect(asked({ a: ['x'], b: ['y', 'z'], c: [] })).toEqual({ draft: { a: 'x' }, open: { b: ['y', 'z'] } });
});
