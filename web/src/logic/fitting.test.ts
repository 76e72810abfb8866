import { expect, test } from 'vitest';
import type { CaseDoc, WhatIf } from '../api/wire.ts';
import { fitting, type Laid } from './fitting.ts';

const choices = (...ids: string[]) => ({ choices: ids.map((id) => ({ id, title: id, amount: /^\d+$/.test(id) ? id : null })) });
const doc = {
  issues: { crossing: choices('closed', 'daytime', 'open'), water: choices('0', '50', '100') },
  lenses: { land: { title: 'Land', issues: [], units: {} } },
  limits: { never: {} },
  estimates: { first: { limits: { guessed: {} }, parties: { eastland: { curves: { water: [{ at: 0 }, { at: 100 }] } } } } },
} as unknown as CaseDoc;
const nothing: Laid = { draft: {}, limits: {}, whatIf: [], estimates: null };
const supposed = (of: Partial<WhatIf>): WhatIf => ({ set: 'first', party: 'eastland', of: 'bottom_line', low: 1, centre: 1, high: 1, ...of });

test('what still speaks of the case is the same object', () => {
  const whatIf = [supposed({}), supposed({ of: 'weight', issue: 'land' }), supposed({ of: 'value', issue: 'crossing', choice: 'open' }), supposed({ of: 'value', issue: 'water', choice: '100' })];
  const laid: Laid = { draft: { crossing: ['open'], water: ['0', '50'] }, limits: { never: false, guessed: true }, whatIf, estimates: 'first' };
  expect(fitting(laid, doc)).toBe(laid);
  expect(fitting(nothing, doc)).toBe(nothing);
});

test('of a draft what is gone goes, and brackets of which one choice is left settle nothing', () => {
  expect(fitting({ ...nothing, draft: { gone: ['a'], crossing: ['ajar'], water: ['0', '50', '75'] } }, doc).draft).toEqual({ water: ['0', '50'] });
  expect(fitting({ ...nothing, draft: { crossing: ['open', 'ajar'] } }, doc).draft).toEqual({});
});

test('a limit that is gone is not switched; an estimated one only with its set', () => {
  expect(fitting({ ...nothing, limits: { never: false, gone: false, guessed: false } }, doc).limits).toEqual({ never: false });
});

test('a set that is gone adds no answer', () => {
  expect(fitting({ ...nothing, estimates: 'second' }, doc).estimates).toBeNull();
});

test.each([
  ['of a set that is gone', supposed({ set: 'second' })],
  ['of a party the set says nothing of', supposed({ party: 'westland' })],
  ['of the weight of an issue that is gone', supposed({ of: 'weight', issue: 'gone' })],
  ['of the value of a choice that is gone', supposed({ of: 'value', issue: 'crossing', choice: 'ajar' })],
  ['where a curve has no corner now', supposed({ of: 'value', issue: 'water', choice: '50' })],
])('a number %s is supposed no more', (_, one) => {
  expect(fitting({ ...nothing, whatIf: [one], estimates: 'first' }, doc).whatIf).toEqual([]);
});
