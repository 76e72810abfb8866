/** A value with its past: what undo goes back to and redo brings again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly next: readonly T[];
}

const KEPT = 200;

export function begin<T>(now: T): History<T> {
  return { past: [], now, next: [] };
}

export function step<T>(h: History<T>, now: T): History<T> {
  return { past: [...h.past, h.now].slice(-KEPT), now, next: [] };
}

/** The same past and future, each value made another; the same history where none is. */
export function each<T>(h: History<T>, make: (value: T) => T): History<T> {
  const next: History<T> = { past: h.past.map(make), now: make(h.now), next: h.next.map(make) };
  const isSame = next.now === h.now && next.past.every((at, i) => at === h.past[i]) && next.next.every((at, i) => at === h.next[i]);
  return isSame ? h : next;
}

export function undo<T>(h: History<T>): History<T> {
  const before = h.past.at(-1);
  return before === undefined ? h : { past: h.past.slice(0, -1), now: before, next: [h.now, ...h.next] };
}

export function redo<T>(h: History<T>): History<T> {
  const after = h.next[0];
  return after === undefined ? h : { past: [...h.past, h.now], now: after, next: h.next.slice(1) };
}
