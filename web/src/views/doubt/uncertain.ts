import { words } from '../../words/index.ts';

/** What the numbers of a case are called by. */
export interface Names {
  party(id: string): string;
  issueTitle(id: string): string;
  choiceTitle(issue: string, id: string): string;
  limitWords(id: string): string;
  phrase(expression: string): string;
}

/** An uncertain number in words, by the name an answer knows it by. */
export function uncertain(id: string, names: Names): string {
  const [owner = '', of = '', ...rest] = id.split('/');
  const at = rest.join('/');
  const [issue = '', ...choice] = rest;
  if (owner === 'stated-limits') return limit([of, ...rest], (name) => names.limitWords(name));
  const party = names.party(owner);
  if (of === 'bottom-line') return words.doubt.bottomLine(party);
  if (of === 'weights') return words.doubt.weight(party, names.issueTitle(issue));
  if (of === 'values') return words.doubt.value(party, names.issueTitle(issue), names.choiceTitle(issue, choice.join('/').replace(/^at /, '')));
  if (of === 'linkages') return words.doubt.linkage(party, condition(at, names) ?? at);
  if (of === 'red-lines') return limit(rest, (name) => limitOf(name, party, names));
  return id;
}

/** A limit of which it is not known whether it is in force, or how firmly that is taken. */
function limit(parts: readonly string[], said: (name: string) => string): string {
  const name = said(parts.slice(0, -1).join('/'));
  return parts.at(-1) === 'in-force' ? words.doubt.inForce(name) : words.doubt.firmness(name);
}

function limitOf(name: string, party: string, names: Names): string {
  const never = condition(name, names);
  return never === null ? names.limitWords(name) : words.limit.never(party, never, '');
}

/** What has no id goes by its condition, in parentheses, and by a number where several have the same; `null` for an id. */
function condition(name: string, names: Names): string | null {
  const [, said, rank] = /^(\(.*\))(?: (\d+))?$/.exec(name) ?? [];
  if (said === undefined) return null;
  return rank === undefined ? names.phrase(said) : `${names.phrase(said)} (${rank})`;
}
