import { expect, test } from 'vitest';
import { numbered, slug } from './slug.ts';

test('ids are made of small letters, and never taken', () => {
  expect(slug('Éastland & its Friends', new Set())).toBe('eastland-its-friends');
  expect(slug('Eastland', new Set(['eastland', 'eastland-2']))).toBe('eastland-3');
});
test('another script and a leading digit give a plain id', () => {
  expect(slug('Восток', new Set(), 'party')).toBe('party');
  expect(slug('50 percent', new Set(), 'choice')).toBe('choice-50-percent');
});
test('a series goes on where it is', () => {
  expect(numbered('st', ['st-01', 'st-12', 'pos-40'])).toBe('st-13');
  expect(numbered('src', [])).toBe('src-01');
});
