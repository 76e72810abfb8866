import { expect, test } from 'vitest';
import type { ChoiceState } from '../api/wire.ts';
import { opened } from './opened.ts';

const is = (state: string): ChoiceState => ({ state, excluded_by: null });

test('what was not decided is no more open than it is excluded', () => {
  const states = { a: is('possible'), b: is('only-with-others'), c: is('possible-with-some'), d: is('not-decided'), e: is('excluded') };
  expect(opened(['a', 'b', 'c', 'd', 'e', 'f'], states)).toEqual({ possible: ['a', 'b', 'c'], undecided: ['d', 'f'] });
});
