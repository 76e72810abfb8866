import { expect, test } from 'vitest';
import { around } from './quote.ts';

test('a quote stands whole, its surroundings are cut at words', () => {
  const text = 'The delegation said that it would accept a shared use of the river, under conditions.';
  const start = text.indexOf('accept');
  const found = around(text, start, start + 19, 12);
  expect(found.quote).toBe('accept a shared use');
  expect(found.before).toBe('…it would ');
  expect(found.after).toBe(' of the…');
});
test('offsets are characters, not code units', () => {
  expect(around('🕊 ab', 2, 4, 10)).toEqual({ before: '🕊 ', quote: 'ab', after: '' });
});
