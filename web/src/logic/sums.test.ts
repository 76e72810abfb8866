import { expect, test } from 'vitest';
import type { UnitDoc } from '../api/lens.ts';
import { sums } from './sums.ts';

const unit = (id: string, status: string | null, more: Partial<UnitDoc> = {}): UnitDoc => ({ id, name: id, km2: 100, people: 10, control: [], in_question: null, in_question_km2: null, statuses: [status], ...more });

test('areas and people are summed by what becomes of a unit', () => {
  expect(sums([unit('a', 'shared'), unit('b', 'shared'), unit('c', null)])).toEqual([{ status: 'shared', units: 2, km2: 200, withoutKm2: 0, people: 20, withoutPeople: 0 }]);
});
test('of a part the area is known and the people are not', () => {
  expect(sums([unit('a', 'shared', { in_question_km2: 40 })])[0]).toMatchObject({ km2: 40, people: 0, withoutPeople: 1 });
  expect(sums([unit('a', 'shared', { in_question_km2: 100 })])[0]).toMatchObject({ km2: 100, people: 10, withoutPeople: 0 });
});
test('what is not on record is counted as such', () => {
  expect(sums([unit('a', 'shared', { km2: null, people: null })])[0]).toMatchObject({ km2: 0, withoutKm2: 1, withoutPeople: 1 });
});

test('a sum of decimals has no more decimals than these', () => {
  const rest = [unit('a', 'shared', { km2: 0.1 }), unit('b', 'shared', { km2: 0.2 })];
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(sums(rest)[0]?.km2).toBe(0.3);
});
