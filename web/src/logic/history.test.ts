import { expect, test } from 'vitest';
import { begin, each, redo, step, undo } from './history.ts';

test('undo goes back, redo forward, a new step forgets what was undone', () => {
  const h = step(step(begin('a'), 'b'), 'c');
  expect(undo(h).now).toBe('b');
  expect(redo(undo(h)).now).toBe('c');
  expect(redo(step(undo(h), 'd')).now).toBe('d');
  expect(undo(begin('a')).now).toBe('a');
});
test('the past has an end', () => {
  let h = begin(0);
  for (let i = 1; i <= 300; i++) h = step(h, i);
  expect(h.past.length).toBe(200);
});

test('each value is made another, or the history is the same', () => {
  const h = undo(step(step(begin(1), 2), 3));
  expect(each(h, (n) => n * 10)).toEqual({ past: [10], now: 20, next: [30] });
  expect(each(h, (n) => n)).toBe(h);
});
