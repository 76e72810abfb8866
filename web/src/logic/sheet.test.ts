import { expect, test } from 'vitest';
import { asPackage, mostPackages, type SheetKind } from './sheet.ts';

const kind = (...takes: string[]): SheetKind => ({ id: 'x', title: 'X', says: '', takes, formats: [] });

test('a sheet is about as many packages as it says', () => {
  expect([kind(), kind('since'), kind('package', 'draws'), kind('packages')].map(mostPackages)).toEqual([0, 0, 1, 2]);
});

test('a draft on record goes by its id, one of the page by what it says', () => {
  const draft = { crossing: ['open'], water: ['50', '60'] };
  expect(asPackage({ name: 'First', draft, id: 'first' })).toEqual({ draft: 'first' });
  expect(asPackage({ name: 'Mine', draft })).toEqual({ title: 'Mine', settles: { crossing: 'open' }, brackets: { water: ['50', '60'] } });
});
