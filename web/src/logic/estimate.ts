import type { Span } from '../api/wire.ts';

/** Two ends of a number, as a form holds them. */
export interface Ends {
  low: number;
  high: number;
}

export const ends = (span: Span | null | undefined, otherwise: Ends): Ends => (span ? { low: span.low, high: span.high } : { ...otherwise });

/** On the wire: one number where both ends are the same. */
export const written = (at: Ends): number | [number, number] => (at.low === at.high ? at.low : [at.low, at.high]);

/** A number with its reason. */
export const reasoned = (at: Ends, because: string | null | undefined): Record<string, unknown> => ({ points: [at.low, at.high], ...(because ? { because } : {}) });

export const isSame = (at: Ends, span: Span | null | undefined): boolean => span !== null && span !== undefined && at.low === span.low && at.high === span.high;

/** Whether values along amounts lie on one straight line between the first and the last, so that two ends say everything. */
export function isStraight(amounts: readonly number[], values: readonly number[]): boolean {
  const [x0 = 0, x1 = 0] = [amounts[0], amounts.at(-1)];
  const [y0 = 0, y1 = 0] = [values[0], values.at(-1)];
  if (x0 === x1) return true;
  return amounts.every((x, i) => Math.abs((values[i] ?? 0) - (y0 + ((y1 - y0) * (x - x0)) / (x1 - x0))) < 0.01);
}
