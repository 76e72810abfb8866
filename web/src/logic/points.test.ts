import { expect, test } from 'vitest';
import { grouped, money, range, whole } from './points.ts';

test('points are whole, half to even, with a true minus', () => {
  expect([2.5, 3.5, 2.4, -0.2, -7.6].map(whole)).toEqual(['2', '4', '2', '0', '−8']);
  expect(range(62, 72)).toBe('62 to 72');
  expect(range(9.1, 9.2)).toBe('9');
});
test('long numbers are grouped', () => {
  expect(grouped('1306368')).toBe('1,306,368');
  expect(grouped('-1000.00')).toBe('−1,000');
  expect(grouped('104650608.5')).toBe('104,650,608.5');
});
test('money has three figures at most', () => {
  expect(money('2116200000.00', 'USD')).toBe('2.12 billion USD');
  expect(money('-71100000.00', 'USD')).toBe('−71.1 million USD');
  expect(money('0.00', 'USD')).toBe('0 USD');
});
