import { expect, test } from 'vitest';
import { changed, withFirst } from './changed.ts';

const at = ['parties', 'eastland'];

test('only what differs is written', () => {
  expect(changed('case.toml', at, { name: 'Eastland', kind: 'state' }, { name: 'Eastland', kind: 'group' })).toEqual([{ do: 'set', file: 'case.toml', at: [...at, 'kind'], value: 'group' }]);
  expect(changed('case.toml', at, { name: 'Eastland' }, { name: 'Eastland' })).toEqual([]);
});

test('what is emptied is taken away, what was never there is left alone', () => {
  expect(changed('case.toml', at, { note: 'old', role: '' }, { note: '', role: undefined })).toEqual([{ do: 'remove', file: 'case.toml', at: [...at, 'note'] }]);
});

test('lists are compared whole', () => {
  expect(changed('ledger.toml', at, { evidence: ['a'] }, { evidence: ['a', 'b'] })).toEqual([{ do: 'set', file: 'ledger.toml', at: [...at, 'evidence'], value: ['a', 'b'] }]);
  expect(changed('ledger.toml', at, { evidence: ['a'] }, { evidence: ['a'] })).toEqual([]);
});

test('another first piece of evidence leaves the others', () => {
  expect(withFirst(['a', 'b'], 'a')).toEqual(['a', 'b']);
  expect(withFirst(['a', 'b'], 'c')).toEqual(['c', 'b']);
  expect(withFirst(['a', 'b'], 'b')).toEqual(['b']);
  expect(withFirst(['a', 'b'], '')).toEqual(['b']);
  expect(withFirst([], 'c')).toEqual(['c']);
});
