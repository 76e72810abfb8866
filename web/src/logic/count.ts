import type { Counted } from '../api/wire.ts';
import { grouped } from './points.ts';

/** A number of packages: exact, or known between two ends; never an estimate shown as exact. */
export function countWords(count: string | Counted): string {
  if (typeof count === 'string') return grouped(count);
  const range = `${grouped(count.least)} to ${grouped(count.most)}`;
  return count.status === 'estimated' ? `${range} (estimated)` : range;
}
