import type { DraftDoc } from '../api/wire.ts';
import { words } from '../words/index.ts';

/** A verdict in one or two sentences, for the line above the draft and for the screen reader. */
export function verdictWords(doc: DraftDoc): string {
  const first = doc.stated.open ? words.draft.isOpen : words.draft.isShut;
  const second = doc.answers.map((a) => (a.open ? words.draft.isOpenWith(a.estimates) : words.draft.isShutWith(a.estimates)));
  return [first, ...second, words.draft.announceExcluded(excluded(doc))].join(' ');
}

/** How many choices the newest answer excludes, the second where there is one. */
export function excluded(doc: DraftDoc): number {
  const choices = doc.answers[0]?.choices ?? doc.stated.choices;
  return Object.values(choices).reduce((n, of) => n + Object.values(of).filter((s) => s.state === 'excluded').length, 0);
}
