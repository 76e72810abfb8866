import type { WhatIf } from '../api/wire.ts';
import { range, whole } from '../logic/points.ts';
import { words } from '../words/index.ts';
import { bench } from './bench.svelte.ts';
import { book } from './book.svelte.ts';

/** Every limit switched and every number moved away from the case, in words: paper has no switches to look at. */
export function suppositions(): string[] {
  const limits = Object.entries(bench.limits).map(([id, on]) => words.shell.limitSupposed(book.limitWords(id), on));
  return [...limits, ...bench.whatIf.map((one) => words.shell.supposed(`${subject(one)} (${one.set})`, amount(one)))];
}

function subject({ of, party, issue = '', choice = '' }: WhatIf): string {
  const whose = book.party(party);
  if (of === 'bottom_line') return words.draft.lineOf(whose);
  return of === 'weight' ? words.doubt.weight(whose, book.issueTitle(issue)) : words.doubt.value(whose, book.issueTitle(issue), book.choiceTitle(issue, choice));
}

function amount({ low, centre, high }: WhatIf): string {
  return low < high ? `${whole(centre)} (${range(low, high)})` : whole(centre);
}
