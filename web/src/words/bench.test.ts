import { expect, test } from 'vitest';
import openapi from '../../openapi.json?raw';
import { bench } from './bench.ts';

const api = JSON.parse(openapi) as { components: { schemas: Record<string, { properties: Record<string, { description: string }> }> } };
/** The states a choice may have, as the server's description names them. */
const states = [...(api.components.schemas.ChoiceState?.properties.state?.description ?? '').matchAll(/`([a-z-]+)`/g)].map((m) => m[1] ?? '');

test.each(states)('a choice that is %s is said to be so in words', (state) => {
  expect(bench.state.of(state)).toMatch(/^\??[a-z; ]+$/);
});

test.each([
  { ends: ['40', '40'], proved: true, said: '40 points in all that is left' },
  { ends: ['40', '60'], proved: true, said: 'between 40 and 60 points in what is left' },
  { ends: ['40', '40'], proved: false, said: '40 points found so far in what is left; other points are not ruled out' },
  { ends: ['40', '60'], proved: false, said: 'between 40 and 60 points found so far in what is left; not both ends are proved' },
])('what is left is worth $ends to a party, proved: $proved', ({ ends: [low = '', high = ''], proved, said }) => {
  expect(bench.draft.reach(low, high, '30', proved)).toBe(`${said}; bottom line 30`);
});
