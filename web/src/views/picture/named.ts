import type { PictureAnswer } from '../../api/wire.ts';
import type { Picked } from './picked.ts';
import { key } from './picked.ts';

/** Principles at their places; those that name the same package stand as one point with all their names. */
export interface Named {
  id: string;
  name: string;
  at: number[];
  picked: Picked;
}

export function namedPoints(shown: PictureAnswer, pair: readonly string[]): Named[] {
  const found = new Map<string, Named>();
  for (const principle of Object.values(shown.principles)) {
    if (!principle) continue;
    for (const answer of principle.answers) {
      const points = Object.fromEntries(Object.entries(answer.parties).map(([p, v]) => [p, v.points]));
      const at = pair.map((p) => points[p] ?? NaN);
      if (at.some((v) => !Number.isFinite(v))) continue;
      const id = key(answer.package);
      const before = found.get(id);
      const name = before ? (before.name.split('; ').includes(principle.in_words) ? before.name : `${before.name}; ${principle.in_words}`) : principle.in_words;
      found.set(id, { id, name, at, picked: { package: answer.package, points, name } });
    }
  }
  return [...found.values()];
}
