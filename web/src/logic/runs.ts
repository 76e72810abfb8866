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

export function alike(a: ChoiceState, b: ChoiceState): boolean {
  return a.state === b.state && (a.excluded_by ?? []).join() === (b.excluded_by ?? []).join();
}
