import { expect, test } from 'vitest';
import type { ChoiceState, DraftDoc } from '../api/wire.ts';
import { withReasons } from './reasons.ts';

const open: ChoiceState = { state: 'possible', excluded_by: null };
const out = (by: string[] | null): ChoiceState => ({ state: 'excluded', excluded_by: by });
function doc(stated: Record<string, ChoiceState>, sets: Record<string, Record<string, ChoiceState>> = {}): DraftDoc {
  const left = (issue: Record<string, ChoiceState>) => ({ open: true, choices: { issue }, objections: [] });
  const answer = ([estimates, issue]: [string, Record<string, ChoiceState>]) => ({ estimates, author: 'a', hash: '', comparable: false, ...left(issue), parties: {} });
  return { stated: left(stated), answers: Object.entries(sets).map(answer) };
}

test('what is excluded takes its reasons from the answer that knows them', () => {
  const now = doc({ a: out(null), b: open }, { set: { a: out(null), b: out(null) } });
  const known = doc({ a: out(['x']), b: open }, { set: { a: out(['x']), b: out([]) } });
  expect(withReasons(now, known)).toEqual(known);
  expect(withReasons(now, null)).toBe(now);
});

test('an earlier answer gives no reason for what it did not exclude, and none for what is possible now', () => {
  const now = doc({ a: out(null), b: open }, { other: { a: out(null) } });
  const known = doc({ a: open, b: out(['x']) }, { set: { a: out(['x']) } });
  expect(withReasons(now, known)).toEqual(now);
});
