import { geoArea } from 'd3-geo';
import type { Feature, Position } from 'geojson';
import { expect, test } from 'vitest';
import { rewind } from './rewind.ts';

const square: Position[] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
const hole: Position[] = [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]];
const shape = (rings: Position[][]): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: rings } });

test('either direction gives the small side of the sphere', () => {
  const one = geoArea(rewind(shape([square])));
  expect(one).toBeLessThan(0.001);
  expect(geoArea(rewind(shape([[...square].reverse()])))).toBeCloseTo(one, 12);
});
test('a hole is taken out, whichever way it runs', () => {
  const whole = geoArea(rewind(shape([square])));
  for (const h of [hole, [...hole].reverse()]) expect(geoArea(rewind(shape([square, h])))).toBeLessThan(whole);
});
