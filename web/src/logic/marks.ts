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

/** Outline of a shape around a place, within a circle of radius `r`, as an SVG path: no element is moved, so none is painted apart. */
export function outline(shape: Shape, r: number, x = 0, y = 0): string {
  switch (shape) {
    case 'circle':
      return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
    case 'square':
      return polygon(4, r * 1.15, 45, x, y);
    case 'triangle':
      return polygon(3, r * 1.2, 0, x, y);
    case 'diamond':
      return polygon(4, r * 1.2, 0, x, y);
    case 'turned':
      return polygon(3, r * 1.2, 180, x, y);
    case 'pentagon':
      return polygon(5, r * 1.1, 0, x, y);
    case 'cross': {
      const a = r * 0.4;
      const b = r - a;
      return `M${x - a},${y - r}h${2 * a}v${b}h${b}v${2 * a}h${-b}v${b}h${-2 * a}v${-b}h${-b}v${-2 * a}h${b}Z`;
    }
    case 'star':
      return star(r * 1.25, x, y);
  }
}

function polygon(corners: number, r: number, turn: number, x: number, y: number): string {
  const points = Array.from({ length: corners }, (_, i) => at(r, turn + (360 * i) / corners, x, y));
  return `M${points.join('L')}Z`;
}

function star(r: number, x: number, y: number): string {
  const points = Array.from({ length: 10 }, (_, i) => at(i % 2 ? r * 0.45 : r, 36 * i, x, y));
  return `M${points.join('L')}Z`;
}

function at(r: number, degrees: number, x: number, y: number): string {
  const a = ((degrees - 90) * Math.PI) / 180;
  return `${(x + r * Math.cos(a)).toFixed(2)},${(y + r * Math.sin(a)).toFixed(2)}`;
}
