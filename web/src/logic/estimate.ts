import type { ChoiceDoc, EstimatesDoc, Span } from '../api/wire.ts';

/** Two ends of a number, as a form holds them. */
export interface Ends {
  low: number;
  high: number;
}

export const ends = (span: Span | null | undefined, otherwise: Ends): Ends => (span ? { low: span.low, high: span.high } : { ...otherwise });

/** On the wire: one number where both ends are the same. */
export const written = (at: Ends): number | [number, number] => (at.low === at.high ? at.low : [at.low, at.high]);

/** A number with its reason. */
export const reasoned = (at: Ends, because: string | null | undefined): Record<string, unknown> => ({ points: [at.low, at.high], ...(because ? { because } : {}) });

export const isSame = (at: Ends, span: Span | null | undefined): boolean => span !== null && span !== undefined && at.low === span.low && at.high === span.high;

export const amount = (choice: ChoiceDoc): number => Number(choice.amount ?? choice.id);

type OfParty = EstimatesDoc['parties'][string];

/** Every value that is given on an issue, by choice: of a curve those at its corners. */
export function given(of: OfParty | undefined, issue: string, choices: readonly ChoiceDoc[]): Record<string, Span> {
  const corners = of?.curves[issue] ?? [];
  const at = choices.flatMap((c) => corners.filter((corner) => corner.at === amount(c)).map((corner): [string, Span] => [c.id, corner]));
  return { ...of?.values[issue], ...Object.fromEntries(at) };
}

/** Whether a curve runs along something else than the amounts of the issue, such as a present value. */
export function isElsewhere(of: OfParty | undefined, issue: string, choices: readonly ChoiceDoc[]): boolean {
  return (of?.curves[issue] ?? []).some((corner) => !choices.some((c) => amount(c) === corner.at));
}
