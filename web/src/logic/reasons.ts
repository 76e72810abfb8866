import type { ChoiceStates, DraftDoc } from '../api/wire.ts';

/**
 * An answer with what excludes each choice, which is asked for apart because it costs more: from an answer that knows it, of the same
 * question or of an earlier one. A choice that the earlier one did not exclude is left without.
 */
export function withReasons(doc: DraftDoc, known: DraftDoc | null): DraftDoc {
  if (!known) return doc;
  const of = (estimates: string) => known.answers.find((answer) => answer.estimates === estimates)?.choices;
  return {
    ...doc,
    stated: { ...doc.stated, choices: filled(doc.stated.choices, known.stated.choices) },
    answers: doc.answers.map((answer) => ({ ...answer, choices: filled(answer.choices, of(answer.estimates) ?? {}) })),
  };
}

function filled(choices: ChoiceStates, known: ChoiceStates): ChoiceStates {
  const issue = ([id, states]: [string, ChoiceStates[string]]) => {
    const of = known[id] ?? {};
    const state = ([choice, is]: [string, (typeof states)[string]]) => [choice, is.state === 'excluded' ? { ...is, excluded_by: of[choice]?.excluded_by ?? null } : is] as const;
    return [id, Object.fromEntries(Object.entries(states).map(state))] as const;
  };
  return Object.fromEntries(Object.entries(choices).map(issue));
}
