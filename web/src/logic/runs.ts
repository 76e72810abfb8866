import type { ChoiceState } from '../api/wire.ts';

/** Neighbouring choices of a scale that stand alike. */
export interface Run {
  first: string;
  last: string;
  state: ChoiceState;
}

export function runs(choices: readonly string[], states: Readonly<Record<string, ChoiceState>>): Run[] {
  const out: Run[] = [];
  for (const id of choices) {
    const state = states[id];
    if (!state) continue;
    const open = out.at(-1);
    if (open && alike(open.state, state)) open.last = id;
    else out.push({ first: id, last: id, state });
  }
  return out;
}

/** The two ends of choices that stand side by side on a scale; `null` where there is a gap, or fewer than three. */
export function stretch(choices: readonly string[], held: readonly string[]): readonly [string, string] | null {
  const places = held.map((id) => choices.indexOf(id)).sort((a, b) => a - b);
  const [low, high] = [places[0] ?? -1, places.at(-1) ?? -1];
  const [first, last] = [choices[low], choices[high]];
  return held.length < 3 || high - low !== held.length - 1 || first === undefined || last === undefined ? null : [first, last];
}

/** The choices between two, both taken in, whichever comes first. */
export function span(choices: readonly string[], a: string, b: string): string[] {
  const [i, j] = [choices.indexOf(a), choices.indexOf(b)].sort((x, y) => x - y) as [number, number];
  return i < 0 ? [] : choices.slice(i, j + 1);
}

export function alike(a: ChoiceState, b: ChoiceState): boolean {
  return a.state === b.state && a.excluded_by?.join() === b.excluded_by?.join();
}
