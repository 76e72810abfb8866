/** A line drawn by hand around places, as corners on the page. */
export type Corner = readonly [number, number];

/** Whether a place lies within a closed line, by the number of times a ray from it crosses the line. */
export function within(line: readonly Corner[], [x, y]: Corner): boolean {
  let inside = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const [xi, yi] = line[i] ?? [0, 0];
    const [xj, yj] = line[j] ?? [0, 0];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** A shape is drawn around if more than half of the corners of its outline lie within the line. */
export function around(line: readonly Corner[], outline: readonly Corner[]): boolean {
  if (line.length < 3 || outline.length === 0) return false;
  return outline.length < 2 * outline.filter((corner) => within(line, corner)).length;
}

/** How far the hand went, to tell drawing from clicking. */
export function reach(line: readonly Corner[]): number {
  const [x0, y0] = line[0] ?? [0, 0];
  return Math.max(0, ...line.map(([x, y]) => Math.hypot(x - x0, y - y0)));
}
