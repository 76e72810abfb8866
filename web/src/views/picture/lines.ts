import type { Package, PictureAnswer } from '../../api/wire.ts';
import { words } from '../../words/index.ts';
import { letter, listed } from './named.ts';
import { key, type Picked } from './picked.ts';

/** A package drawn as a line over all parties, with what it stands for. */
export interface Line {
  id: string;
  package: Package;
  points: Record<string, number>;
  /** Letters of the principles that name it, in their order: "A D". */
  letters: string;
  /** The principles in words, each once. */
  names: string[];
  /** Number of the example it is, from 1. */
  example: number | null;
  /** Whether that is what an earlier bench had as an example. */
  earlier: boolean;
  /** Whether it is in the list of those that no other beats. */
  unbeaten: boolean;
}

/**
 * Every package of an answer once: those of a principle first, then examples, then the rest of the frontier, each in the order it came.
 * Examples are answered apart, and may be `earlier` than the rest: points are theirs only where nothing else tells them.
 */
export function linesOf(shown: PictureAnswer, earlier: boolean): Line[] {
  const found = new Map<string, Line>();
  const line = (pack: Package, points: Record<string, number>): Line => {
    const id = key(pack);
    const held = found.get(id) ?? { id, package: pack, points, letters: '', names: [], example: null, earlier: false, unbeaten: false };
    found.set(id, held);
    return held;
  };
  for (const [i, of] of listed(shown.principles).entries()) {
    const principle = shown.principles[of];
    for (const answer of principle?.answers ?? []) {
      const held = line(answer.package, pointsOf(answer.parties));
      if (!principle || held.names.includes(principle.in_words)) continue;
      held.names.push(principle.in_words);
      held.letters = held.letters ? `${held.letters} ${letter(i)}` : letter(i);
    }
  }
  for (const [i, example] of shown.examples.entries()) {
    if (example.parties) Object.assign(line(example.package, pointsOf(example.parties)), { example: i + 1, earlier });
  }
  for (const point of shown.points) Object.assign(line(point.package, point.parties), { points: point.parties, unbeaten: true });
  return [...found.values()];
}

/** Whether only an earlier bench has it here, points and all. */
export function isPast(line: Line): boolean {
  return line.earlier && !line.letters && !line.unbeaten;
}

/** What a line stands for, in words. */
export function standsFor(line: Line): string[] {
  const example = line.example === null ? [] : [line.earlier ? words.picture.exampleEarlier(line.example) : words.picture.example(line.example)];
  return [...line.names, ...example, ...(line.unbeaten ? [words.picture.unbeaten] : [])];
}

function pointsOf(parties: Readonly<Record<string, { points: number }>>): Record<string, number> {
  return Object.fromEntries(Object.entries(parties).map(([party, of]) => [party, of.points]));
}

/** Lines in the order of what they are worth to one party, most first; without a party as they came. */
export function ordered(lines: readonly Line[], by: string): readonly Line[] {
  return by === '' ? lines : [...lines].sort((a, b) => (b.points[by] ?? -Infinity) - (a.points[by] ?? -Infinity));
}

/** Those among the first `most` answers of some principle. */
export function firstOfEach(lines: readonly Line[], most: number): Line[] {
  const seen: Record<string, number> = {};
  return lines.filter((line) => {
    const letters = line.letters.split(' ').filter(Boolean);
    const ranks = letters.map((l) => (seen[l] = (seen[l] ?? 0) + 1));
    return ranks.some((rank) => rank <= most);
  });
}

export function pickedOf(line: Line): Picked {
  return { package: line.package, points: line.points, name: line.names.length > 0 ? line.names.join('; ') : null };
}

/** Dashes and corner marks tell the lines of principles apart without colour. */
export const DASHES = ['', '9 4', '2 3', '10 3 2 3', '5 2', '14 5'] as const;
export const SHAPES = ['square', 'circle', 'triangle', 'diamond', 'turned', 'pentagon'] as const;

export function rankOf(line: Line): number {
  return line.letters ? line.letters.charCodeAt(0) - 65 : 0;
}
