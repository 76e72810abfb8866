import { expect, test } from 'vitest';
import { moved, onTrack, stretched } from './band.ts';

const band = { low: 20, centre: 25, high: 30 };

test('a centre moves within its range, and beyond it the number is supposed known', () => {
  expect(moved(band, 28)).toEqual({ low: 20, centre: 28, high: 30 });
  expect(moved(band, 20)).toEqual({ low: 20, centre: 20, high: 30 });
  expect(moved(band, 50)).toEqual({ low: 50, centre: 50, high: 50 });
});

test('ends move, in either order, and take the centre along', () => {
  expect(stretched(band, 10, 40)).toEqual({ low: 10, centre: 25, high: 40 });
  expect(stretched(band, 40, 30)).toEqual({ low: 30, centre: 30, high: 40 });
  expect(stretched(band, 0, 10)).toEqual({ low: 0, centre: 10, high: 10 });
});

test('a band is drawn on its track, and not beyond it', () => {
  expect(onTrack(band, 100)).toEqual([20, 30]);
  expect(onTrack({ low: -10, centre: 0, high: 150 }, 100)).toEqual([0, 100]);
  expect(onTrack(band, 200)).toEqual([10, 15]);
});
