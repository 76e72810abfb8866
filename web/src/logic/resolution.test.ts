import { expect, test } from 'vitest';
import { hanging, redrawn } from './resolution.ts';

const blocs = { u1: 'land.east', u2: 'land.east', u3: 'land.west' };
const units = { u1: 'land.u1', u2: 'land.u2', u3: 'land.u3' };

test('a bloc hands its choice to each of its units', () => {
  expect(redrawn({ 'land.east': ['a'], water: ['10'] }, blocs, units)).toEqual({ water: ['10'], 'land.u1': ['a'], 'land.u2': ['a'] });
  expect(redrawn({ 'land.east': ['a', 'b'] }, blocs, units)).toEqual({ 'land.u1': ['a', 'b'], 'land.u2': ['a', 'b'] });
});

test('units that agree make a bloc; where they differ it stays open', () => {
  expect(redrawn({ 'land.u1': ['a'], 'land.u2': ['a'], 'land.u3': ['b'] }, units, blocs)).toEqual({ 'land.east': ['a'], 'land.west': ['b'] });
  expect(redrawn({ 'land.u1': ['a'], 'land.u2': ['b'], 'land.u3': ['b'] }, units, blocs)).toEqual({ 'land.west': ['b'] });
  expect(redrawn({ 'land.u1': ['a'] }, units, blocs)).toEqual({});
});

test('what hangs together is chosen together, and what is not in question is not', () => {
  expect([...hanging(blocs, new Set(['u1']))]).toEqual(['u1', 'u2']);
  expect([...hanging(units, new Set(['u1', 'u3', 'far']))]).toEqual(['u1', 'u3']);
});
