import { expect, test } from 'vitest';
import { retyped } from './retyped.ts';

test('what nobody touched goes along, what was typed stays', () => {
  const began = { line: { low: 30, high: 40 }, because: 'a' };
  const typed = { line: { low: 30, high: 45 }, because: 'a' };
  const now = { line: { low: 28, high: 38 }, because: 'b' };
  expect(retyped(typed, began, now)).toEqual({ line: { low: 28, high: 45 }, because: 'b' });
});

test('an issue that is new meanwhile begins as it would, one that is gone goes', () => {
  const began: Record<string, number> = { gone: 1, stays: 2 };
  expect(retyped({ gone: 5, stays: 6 }, began, { stays: 3, new: 4 })).toEqual({ stays: 6, new: 4 });
});
