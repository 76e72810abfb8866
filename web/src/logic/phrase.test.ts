import { expect, test } from 'vitest';
import { phrase } from './phrase.ts';

const titles = {
  issue: (id: string) => ({ water: 'Use of the river', share: 'Share of revenue', 'land.north': 'Land: north' })[id],
  choice: (issue: string, id: string) => (issue === 'water' && id === 'split' ? 'Split by season' : undefined),
};

test('names issues and choices by their titles', () => {
  expect(phrase('water = split', titles)).toBe('Use of the river: Split by season');
  expect(phrase('share >= 50 and water != split', titles)).toBe('Share of revenue at least 50 and Use of the river is not Split by season');
});
test('drops parentheses around the whole only', () => {
  expect(phrase('(water = split)', titles)).toBe('Use of the river: Split by season');
  expect(phrase('(water = split) and not (share = 0)', titles)).toBe('(Use of the river: Split by season) and not (Share of revenue: 0)');
});
test('keeps what it does not know', () => {
  expect(phrase('road = shut', titles)).toBe('road: shut');
  expect(phrase('land.north in {a, b}', titles)).toBe('Land: north in {a, b}');
});
