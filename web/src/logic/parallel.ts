import { place, type Axis } from './axis.ts';

/** Rows of a picture with an axis to each party, one below the other; a package is a line that crosses each at what it is worth there. */
export interface Row {
  party: string;
  /** Where the axis lies on the page. */
  y: number;
  scale: Axis;
}

export type Points = Readonly<Record<string, number>>;

/** The corners of a line, top to bottom; a party without a number is passed over. */
export function corners(rows: readonly Row[], points: Points): [number, number][] {
  return rows.flatMap((row): [number, number][] => {
    const value = points[row.party];
    return value === undefined || !Number.isFinite(value) ? [] : [[place(row.scale, value), row.y]];
  });
}

export function outlineOf(at: readonly (readonly [number, number])[]): string {
  return at.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
}

/** How far a line runs beside a place, measured along the axes; beyond its ends, from its end. */
export function beside(at: readonly (readonly [number, number])[], x: number, y: number): number {
  const first = at[0];
  const last = at.at(-1);
  if (!first || !last) return Infinity;
  if (y <= first[1]) return Math.hypot(x - first[0], y - first[1]);
  if (y >= last[1]) return Math.hypot(x - last[0], y - last[1]);
  const i = at.findIndex(([, below]) => y < below);
  const [a, b] = [at[i - 1] ?? first, at[i] ?? last];
  return Math.abs(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]) - x);
}

/** The line nearest to a place, if one is within reach; of equally near ones the first. */
export function nearest(lines: readonly (readonly (readonly [number, number])[])[], x: number, y: number, reach: number): number | null {
  let found: number | null = null;
  let least = reach;
  for (const [i, line] of lines.entries()) {
    const distance = beside(line, x, y);
    if (distance < least) [found, least] = [i, distance];
  }
  return found;
}

/** A label on a line of labels: where its middle is, half its width, and on which step it stands so that none covers another. */
export interface Step {
  x: number;
  half: number;
  step: number;
}

/** Labels kept within the width, each on the lowest step where it covers none before it; on the last step where all are taken. */
export function stepped(labels: readonly { x: number; text: string }[], width: number, last = 2): Step[] {
  const placed: Step[] = [];
  for (const { x: wanted, text } of labels) {
    const half = text.length * 4 + 4;
    const x = Math.min(width - half, Math.max(half, wanted));
    let step = 0;
    while (step < last && placed.some((p) => p.step === step && Math.abs(p.x - x) < half + p.half)) step++;
    placed.push({ x, half, step });
  }
  return placed;
}

/** Lists moved by one step: `id` up by one place. The first stays where it is. */
export function movedUp(ids: readonly string[], id: string): string[] {
  const i = ids.indexOf(id);
  if (i < 1) return [...ids];
  const next = [...ids];
  [next[i - 1], next[i]] = [id, next[i - 1] as string];
  return next;
}
