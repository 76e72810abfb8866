import { expect, test } from 'vitest';
import type { ChoiceState } from '../api/wire.ts';
import { span, stretch, runs } from './runs.ts';

const open: ChoiceState = { state: 'possible', excluded_by: null };
const shut = (by: string): ChoiceState => ({ state: 'excluded', excluded_by: [by] });

test('neighbours that stand alike are one run, and the reason counts', () => {
  const found = runs(['0', '5', '10', '15', '20'], { 0: shut('a'), 5: open, 10: open, 15: shut('a'), 20: shut('b') });
  expect(found.map((r) => `${r.first}-${r.last}`)).toEqual(['0-0', '5-10', '15-15', '20-20']);
});
test('choices without an answer are left out', () => {
  expect(runs(['0', '5'], { 5: open })).toHaveLength(1);
});

test('a stretch is told by its ends, a gap is not', () => {
  const scale = ['0', '10', '20', '30', '40'];
  expect(stretch(scale, ['30', '10', '20'])).toEqual(['10', '30']);
  expect(stretch(scale, ['10', '30', '40'])).toBeNull();
  expect(stretch(scale, ['10', '20'])).toBeNull();
  expect(span(scale, '30', '10')).toEqual(['10', '20', '30']);
  expect(span(scale, '10', '10')).toEqual(['10']);
  expect(span(scale, '10', 'x')).toEqual([]);
});
