import type { DraftDoc } from '../api/wire.ts';
import { words } from '../words/index.ts';

/** A verdict in one or two sentences, for the line above the draft and for the screen reader. */
export function verdictWords(doc: DraftDoc): string {
  return [first(doc), ...doc.answers.map(second), words.draft.announceExcluded(excluded(doc))].join(' ');
}

/** From the stated limits alone. */
export function first(doc: DraftDoc): string {
  if (doc.stated.open === null) return words.draft.undecided;
  return doc.stated.open ? words.draft.isOpen : words.draft.isShut;
}

/** What a named set of estimates adds. */
export function second(answer: DraftDoc['answers'][number]): string {
  if (answer.open === null) return words.draft.undecidedWith(answer.estimates);
  return answer.open ? words.draft.isOpenWith(answer.estimates) : words.draft.isShutWith(answer.estimates);
}

/** How many choices the newest answer excludes, the second where there is one. */
export function excluded(doc: DraftDoc): number {
  const choices = doc.answers[0]?.choices ?? doc.stated.choices;
  return Object.values(choices).reduce((n, of) => n + Object.values(of).filter((s) => s.state === 'excluded').length, 0);
}
