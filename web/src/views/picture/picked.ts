import type { Package } from '../../api/wire.ts';

/** A package the reader picked in the picture, with what it is worth to each party. */
export interface Picked {
  package: Package;
  points: Record<string, number>;
  name: string | null;
}

export function key(pack: Package): string {
  return Object.entries(pack).sort().join(';');
}
