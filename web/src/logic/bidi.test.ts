import { expect, test } from 'vitest';
import { isolated } from './bidi.ts';

test.each(['الشرق', 'מערב (ב)', 'Valley / وادي'])('%s keeps its direction within a sentence', (name) => {
  expect(isolated(name)).toBe(`\u2068${name}\u2069`);
});

test.each(['Eastland', 'Захід', ''])('"%s" is as it is', (name) => {
  expect(isolated(name)).toBe(name);
});
