import { expect, test } from 'vitest';
import openapi from '../../openapi.json?raw';
import { bench } from './bench.ts';

const api = JSON.parse(openapi) as { components: { schemas: Record<string, { properties: Record<string, { description: string }> }> } };
/** The states a choice may have, as the server's description names them. */
const states = [...(api.components.schemas.ChoiceState?.properties.state?.description ?? '').matchAll(/`([a-z-]+)`/g)].map((m) => m[1] ?? '');

test.each(states)('a choice that is %s is said to be so in words', (state) => {
  expect(bench.state.of(state)).toMatch(/^\??[a-z; ]+$/);
});
