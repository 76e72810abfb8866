import { expect, test } from 'vitest';
import { uncertain } from './uncertain.ts';

const names = {
  party: (id: string) => id.toUpperCase(),
  issueTitle: (id: string) => `issue ${id}`,
  choiceTitle: (_: string, id: string) => `choice ${id}`,
  isLens: (id: string) => id === 'land',
  unit: (lens: string, id: string) => `unit ${id} of ${lens}`,
  limitWords: (id: string) => `limit ${id}`,
  phrase: (expression: string) => expression.replace(/^\(|\)$/g, '').replace('=', ':'),
};
const said = (id: string) => uncertain(id, names);

test('numbers of estimates', () => {
  expect(said('east/bottom-line')).toBe('bottom line of EAST');
  expect(said('east/weights/water')).toBe('weight of "issue water" for EAST');
  expect(said('east/values/water/split')).toBe('value of "choice split" (issue water) for EAST');
  expect(said('east/values/share/at 50')).toBe('value of "choice 50" (issue share) for EAST');
});
test('what is wished of a lens: statuses, units and what is measured', () => {
  expect(said('east/weights/land')).toBe('weight of "issue land" for EAST');
  expect(said('east/values/land/joint')).toBe('value of "choice joint" (issue land) for EAST');
  expect(said('east/values/land/counts/units/a-7')).toBe('how much unit a-7 of land counts in "issue land" for EAST');
  expect(said('east/values/land/counts/per_km2')).toBe('how much a km² counts in "issue land" for EAST');
  expect(said('east/values/land/rates/joint/per_person')).toBe('how much a person counts with the status "choice joint" in "issue land" for EAST');
  expect(said('east/values/land/rates/joint/units/a-7')).toBe('how much unit a-7 of land counts with the status "choice joint" in "issue land" for EAST');
});
test('linkages, with an id or by their condition', () => {
  expect(said('east/linkages/both-or-none')).toBe('linkage of EAST: both-or-none');
  expect(said('east/linkages/(water = split)')).toBe('linkage of EAST: water : split');
  expect(said('east/linkages/(water = split) 2')).toBe('linkage of EAST: water : split (2)');
});
test('limits, stated and estimated', () => {
  expect(said('east/red-lines/no-road/in-force')).toBe('whether this is in force: limit no-road');
  expect(said('east/red-lines/(road = open)/probability')).toBe('how firm this is: EAST: never road : open');
  expect(said('stated-limits/river/probability')).toBe('how firm this is: limit river');
});
test('what it does not know stays as it is', () => {
  expect(said('east/moods/water')).toBe('east/moods/water');
});
