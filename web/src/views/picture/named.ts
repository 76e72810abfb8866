import type { PictureAnswer } from '../../api/wire.ts';
import type { Picked } from './picked.ts';
import { key } from './picked.ts';

/** The principles in the order of the list: those that compare points across parties stand last. */
export const ORDER = ['nash', 'kalai-smorodinsky', 'egalitarian', 'leximin', 'utilitarian'];

export function listed(principles: PictureAnswer['principles']): string[] {
  return [...ORDER.filter((id) => id in principles), ...Object.keys(principles).filter((id) => !ORDER.includes(id))];
}

export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Principles at their places; those that name the same package stand as one point with all their names. */
export interface Named {
  id: string;
  name: string;
  /** Letters of the principles, as the list beside the picture has them. */
  letters: string;
  at: number[];
  picked: Picked;
}

export function namedPoints(shown: PictureAnswer, pair: readonly string[]): Named[] {
  const found = new Map<string, Named>();
  for (const [i, of] of listed(shown.principles).entries()) {
    const principle = shown.principles[of];
    if (!principle) continue;
    for (const answer of principle.answers) {
      const points = Object.fromEntries(Object.entries(answer.parties).map(([p, v]) => [p, v.points]));
      const at = pair.map((p) => points[p] ?? NaN);
      if (at.some((v) => !Number.isFinite(v))) continue;
      const id = key(answer.package);
      const before = found.get(id);
      const name = before ? (before.name.split('; ').includes(principle.in_words) ? before.name : `${before.name}; ${principle.in_words}`) : principle.in_words;
      const letters = before?.letters.includes(letter(i)) ? before.letters : `${before ? `${before.letters} ` : ''}${letter(i)}`;
      found.set(id, { id, name, letters, at, picked: { package: answer.package, points, name } });
    }
  }
  return [...found.values()];
}
