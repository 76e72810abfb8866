import { expect, test } from 'vitest';
import type { WhatIf } from '../api/wire.ts';
import { withWhatIf, withoutWhatIf } from './what_if.ts';

const line = (party: string, points: number): WhatIf => ({ set: 's', party, of: 'bottom_line', low: points, centre: points, high: points });

test('a number is supposed once', () => {
  expect(withWhatIf([line('eastland', 40)], line('eastland', 50))).toEqual([line('eastland', 50)]);
  expect(withWhatIf([line('eastland', 40)], line('westland', 50))).toHaveLength(2);
});
test('suppositions about weights differ by issue', () => {
  const weight = (issue: string): WhatIf => ({ ...line('eastland', 9), of: 'weight', issue });
  expect(withoutWhatIf([weight('water'), weight('road')], weight('road'))).toEqual([weight('water')]);
});
