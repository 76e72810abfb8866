import { expect, test } from 'vitest';
import type { ProposalDoc } from '../api/reading.ts';
import { accepted, grouped, marked, place, segments } from './reading.ts';

const proposal = (more: Partial<ProposalDoc>): ProposalDoc => ({
  exact: 'b c', start: 2, end: 5, speaker: 'Vik', party: 'eastland', via: 'direct', chain: ['Gazette'], issue: 'bridge', stance: 'oppose', negated: false,
  condition: null, date: null, confidence: 0.85, why: 'for a reason', ...more,
});

test('proposals about the same words of the same speaker are one statement', () => {
  const groups = grouped([proposal({}), proposal({ issue: 'water' }), proposal({ speaker: 'Dorne' }), proposal({ start: 7, end: 9, why: 'x; quoted already in st-05' })]);
  expect(groups.map((g) => g.form.readAs.length)).toEqual([2, 1, 1]);
  expect(groups.map((g) => g.coded)).toEqual([null, null, 'st-05']);
});

test('a statement as proposed sends its place alone, a changed one all of it', () => {
  const [group] = grouped([proposal({})]);
  if (!group) throw new Error('no group');
  expect(accepted(group)).toEqual({ start: 2, end: 5, speaker: 'Vik', paraphrase: null, changed: null });
  group.form.sense = ' Is against it. ';
  expect(accepted(group)).toEqual({ start: 2, end: 5, speaker: 'Vik', paraphrase: 'Is against it.', changed: null });
  group.form.chain = 'Gazette; ; minutes';
  expect(accepted(group).changed?.chain).toEqual(['Gazette', 'minutes']);
  expect(accepted(marked('abc', 1, 3)).changed).not.toBeNull();
});

test('pieces of the text know which statements quote them, in characters beyond the basic plane too', () => {
  const text = 'a😀b c d';
  const found = segments(text, [{ start: 2, end: 5 }, { start: 4, end: 7 }]);
  expect(found.map((s) => [s.text, s.groups])).toEqual([['a😀', []], ['b ', [0]], ['c', [0, 1]], [' d', [1]]]);
  expect(found.map((s) => s.text).join('')).toBe(text);
});

test('changed words are found near where they stood, over line ends', () => {
  const text = '😀 no bridge, no\nbridge';
  expect(place(text, 'no bridge', 0)).toEqual({ start: 2, end: 11 });
  expect(place(text, ' no bridge ', 20)).toEqual({ start: 13, end: 22 });
  expect(place(text, 'no tunnel', 0)).toBeNull();
  expect(place(text, '', 0)).toBeNull();
  expect(place('w '.repeat(50), 'w '.repeat(41), 0)).toBeNull();
});
