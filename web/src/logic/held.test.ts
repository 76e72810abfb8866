import { expect, test } from 'vitest';
import { NOWHERE, isUnsaved, over, type Held } from './held.ts';

const stored: Held = { text: 'a', stored: 'a', hash: '1' };
const typed: Held = { text: 'a and mine', stored: 'a', hash: '1' };

test('a text nobody typed in goes along with the disk', () => {
  expect(over(undefined, { text: 'b', hash: '2' })).toEqual({ text: 'b', stored: 'b', hash: '2' });
  expect(over(stored, { text: 'b', hash: '2' })).toEqual({ text: 'b', stored: 'b', hash: '2' });
  expect(over(stored, NOWHERE)).toEqual({ text: '', stored: '', hash: '' });
});

test('typed text stays over a file that is as it was', () => {
  expect(over(typed, { text: 'a', hash: '1' })).toEqual(typed);
});

test('what is typed while a save is under way stays over what was saved', () => {
  const since: Held = { text: 'a and mine, and more', stored: 'a and mine', hash: '1' };
  expect(over(since, { text: 'a and mine', hash: '2' })).toEqual({ text: 'a and mine, and more', stored: 'a and mine', hash: '2' });
});

test('where both changed a person chooses, unless both say the same', () => {
  expect(over(typed, { text: 'a and theirs', hash: '2' })).toBeNull();
  expect(over(typed, NOWHERE)).toBeNull();
  const both = over(typed, { text: 'a and mine', hash: '2' });
  expect(both).toEqual({ text: 'a and mine', stored: 'a and mine', hash: '2' });
  expect(both && isUnsaved(both)).toBe(false);
});
