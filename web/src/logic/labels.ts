/** Places for labels beside points so that none covers another: each goes down until it is free, within the frame. */
export interface Label {
  x: number;
  y: number;
  width: number;
}

export function spread(labels: readonly Label[], height: number, bottom: number): number[] {
  const placed: { x: number; y: number; width: number }[] = [];
  return labels.map((label) => {
    let y = label.y;
    let turns = 0;
    while (turns++ < 60 && placed.some((p) => overlaps(p, { ...label, y }, height))) y += height;
    if (y > bottom) y = label.y - height * (placed.length + 1);
    placed.push({ ...label, y });
    return y;
  });
}

function overlaps(a: Label, b: Label, height: number): boolean {
  return Math.abs(a.y - b.y) < height && a.x < b.x + b.width && b.x < a.x + a.width;
}
