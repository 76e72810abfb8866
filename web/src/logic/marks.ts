/** Which hue and which shape stand for a party: by rank of its id, so that no name and no place in a file decides. */
export const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'turned', 'pentagon', 'cross', 'star'] as const;
export type Shape = (typeof SHAPES)[number];

export interface Mark {
  /** Index of the colour token `--p0` … `--p7`. */
  hue: number;
  shape: Shape;
}

/** Marks of all parties; beyond eight parties hue and shape step apart, so that the first 64 pairs differ. */
export function marksOf(ids: readonly string[], chosen: Readonly<Record<string, Mark>> = {}): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  [...ids].sort(byBytes).forEach((id, rank) => {
    const turn = Math.floor(rank / SHAPES.length);
    const shape = SHAPES[(rank + turn) % SHAPES.length] ?? 'circle';
    marks[id] = chosen[id] ?? { hue: rank % SHAPES.length, shape };
  });
  return marks;
}

/** Order of ids by their code units: what the analyses use too. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Outline of a shape around the origin, within a circle of radius `r`, as an SVG path. */
export function outline(shape: Shape, r: number): string {
  switch (shape) {
    case 'circle':
      return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
    case 'square':
      return polygon(4, r * 1.15, 45);
    case 'triangle':
      return polygon(3, r * 1.2, 0);
    case 'diamond':
      return polygon(4, r * 1.2, 0);
    case 'turned':
      return polygon(3, r * 1.2, 180);
    case 'pentagon':
      return polygon(5, r * 1.1, 0);
    case 'cross': {
      const a = r * 0.4;
      return `M${-a},${-r}H${a}V${-a}H${r}V${a}H${a}V${r}H${-a}V${a}H${-r}V${-a}H${-a}Z`;
    }
    case 'star':
      return star(r * 1.25);
  }
}

function polygon(corners: number, r: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, i) => at(r, turn + (360 * i) / corners));
  return `M${points.join('L')}Z`;
}

function star(r: number): string {
  const points = Array.from({ length: 10 }, (_, i) => at(i % 2 ? r * 0.45 : r, 36 * i));
  return `M${points.join('L')}Z`;
}

function at(r: number, degrees: number): string {
  const a = ((degrees - 90) * Math.PI) / 180;
  return `${(r * Math.cos(a)).toFixed(2)},${(r * Math.sin(a)).toFixed(2)}`;
}
