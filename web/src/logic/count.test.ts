import { expect, test } from 'vitest';
import { countWords } from './count.ts';

test('an exact count stands alone, others say between what they are', () => {
  expect(countWords('54208')).toBe('54,208');
  expect(countWords({ least: '1000', most: '2000', status: 'bounded' })).toBe('1,000 to 2,000');
  expect(countWords({ least: '1000', most: '2000', status: 'estimated' })).toBe('1,000 to 2,000 (estimated)');
});
