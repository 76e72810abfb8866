import { expect, test } from 'vitest';
import { reachedWords } from './reached.ts';

test('each principle says what is reached in its own terms, and bounds are never rounded down', () => {
  expect(reachedWords('nash', 2e20, 5.2e20)).toBe('Reached so far, not proved. No package has a product of gains more than 2.6 times as large.');
  expect(reachedWords('egalitarian', 21.51, 23.02)).toBe('Reached so far, not proved. Whoever gains least gains 21 points here; in no package more than 24.');
  expect(reachedWords('leximin', null, 9.01)).toBe('Reached so far, not proved. In no package whoever gains least gains more than 9.1 points.');
  expect(reachedWords('kalai-smorodinsky', null, 0.641)).toBe('Reached so far, not proved. No package gives everyone compared more than 0.65 of what each could hope for.');
  expect(reachedWords('kalai-smorodinsky', null, 2.04)).toBe('Reached so far, not proved.');
  expect(reachedWords('utilitarian', 406.3, 430.2)).toBe('Reached so far, not proved. The total here is 406 points; no package has more than 431.');
  expect(reachedWords('nash', null, null)).toBe('Reached so far, not proved.');
});
