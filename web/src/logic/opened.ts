import type { ChoiceState } from '../api/wire.ts';

/** An issue's choices by what is known of them; those in neither list are excluded. */
export interface Opened {
  possible: string[];
  /** Neither found possible nor excluded. */
  undecided: string[];
}

export function opened(choices: readonly string[], states: Readonly<Record<string, ChoiceState>>): Opened {
  const is = (choice: string) => states[choice]?.state ?? 'not-decided';
  return {
    possible: choices.filter((choice) => !['excluded', 'not-decided'].includes(is(choice))),
    undecided: choices.filter((choice) => is(choice) === 'not-decided'),
  };
}
