import { expect, test } from 'vitest';
import { fit } from './fit.ts';

test('a text that fits stays, a longer one is cut with a sign', () => {
  expect(fit('Eastland', 200)).toBe('Eastland');
  expect(fit('Eastland and its provinces', 66)).toBe('Eastland…');
  expect(fit('Eastland', 0)).toBe('Eas…');
});
