/** A number known between two ends, and where it is taken to be. */
export interface Band {
  low: number;
  centre: number;
  high: number;
}

/** The band with its centre moved: within the ends they stay, beyond them the number is supposed known. */
export function moved(band: Band, to: number): Band {
  return band.low <= to && to <= band.high ? { ...band, centre: to } : { low: to, centre: to, high: to };
}

/** The band with other ends, the lower one first; its centre comes along where it would stand outside. */
export function stretched(band: Band, a: number, b: number): Band {
  const [low, high] = a <= b ? [a, b] : [b, a];
  return { low, centre: Math.min(high, Math.max(low, band.centre)), high };
}

/** Where a band lies on a track from 0 to `most`, as two parts of a hundred. */
export function onTrack(band: Band, most: number): [number, number] {
  const part = (v: number) => Math.min(100, Math.max(0, (100 * v) / Math.max(1, most)));
  return [part(band.low), part(band.high)];
}
