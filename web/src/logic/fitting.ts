import type { CaseDoc, WhatIf } from '../api/wire.ts';
import type { Draft } from './draft.ts';

/** What a reader has laid on top of a case. */
export interface Laid {
  readonly draft: Draft;
  readonly limits: Readonly<Record<string, boolean>>;
  readonly whatIf: readonly WhatIf[];
  readonly estimates: string | null;
}

/** What of it still speaks of this case; the same object where all of it does. */
export function fitting<T extends Laid>(laid: T, doc: CaseDoc): T {
  const set = laid.estimates === null ? undefined : doc.estimates[laid.estimates];
  const draft = Object.entries(laid.draft).flatMap(([issue, held]): [string, readonly string[]][] => {
    const there = held.filter((choice) => hasChoice(doc, issue, choice));
    // Brackets of which one choice is left would settle the issue: nobody did.
    if (there.length === held.length) return [[issue, held]];
    return there.length > 1 ? [[issue, there]] : [];
  });
  const limits = Object.entries(laid.limits).filter(([id]) => doc.limits[id] ?? set?.limits[id]);
  const whatIf = laid.whatIf.filter((one) => isAbout(one, doc));
  const size = (of: Laid) => Object.values(of.draft).flat().length + Object.keys(of.limits).length + of.whatIf.length;
  const next = { ...laid, draft: Object.fromEntries(draft), limits: Object.fromEntries(limits), whatIf, estimates: set ? laid.estimates : null };
  return size(next) === size(laid) && next.estimates === laid.estimates ? laid : next;
}

const hasChoice = (doc: CaseDoc, issue: string, choice: string): boolean => doc.issues[issue]?.choices.some((c) => c.id === choice) ?? false;

/** Whether a number that was supposed has its place in the case. */
function isAbout(one: WhatIf, doc: CaseDoc): boolean {
  const of = doc.estimates[one.set]?.parties[one.party];
  if (!of) return false;
  const issue = one.issue ?? '';
  if (one.of === 'bottom_line') return true;
  if (one.of === 'weight') return doc.issues[issue] !== undefined || doc.lenses[issue] !== undefined;
  const choice = doc.issues[issue]?.choices.find((c) => c.id === one.choice);
  const corners = of.curves[issue];
  return choice !== undefined && (corners === undefined || corners.some((corner) => corner.at === Number(choice.amount ?? choice.id)));
}
