/** A straight scale between numbers and places on the page, and round marks along it. */
export interface Axis {
  low: number;
  high: number;
  from: number;
  to: number;
}

export function axis(values: readonly number[], from: number, to: number): Axis {
  const finite = values.filter(Number.isFinite);
  let low = finite.length ? Math.min(...finite) : 0;
  let high = finite.length ? Math.max(...finite) : 1;
  const air = high > low ? (high - low) * 0.08 : 1;
  low -= air;
  high += air;
  return { low, high, from, to };
}

export function place(a: Axis, value: number): number {
  return a.from + ((value - a.low) / (a.high - a.low)) * (a.to - a.from);
}

export function valueAt(a: Axis, place: number): number {
  const v = a.low + ((place - a.from) / (a.to - a.from)) * (a.high - a.low);
  return Math.min(a.high, Math.max(a.low, v));
}

/** Marks at 1, 2 or 5 times a power of ten, about `wanted` of them. */
export function marks(a: Axis, wanted = 6): number[] {
  const rough = (a.high - a.low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? rough;
  const first = Math.ceil(a.low / step);
  const last = Math.floor(a.high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
