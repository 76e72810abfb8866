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
  if (of === 'linkages') return words.doubt.linkage(party, condition(at) ? names.phrase(condition(at)) : at);
  if (of === 'red-lines') return limit(rest, (name) => (condition(name) ? words.limit.never(party, names.phrase(condition(name)), '') : names.limitWords(name)));
  return id;
}

/** A limit of which it is not known whether it is in force, or how firmly that is taken. */
function limit(parts: readonly string[], said: (name: string) => string): string {
  const name = said(parts.slice(0, -1).join('/'));
  return parts.at(-1) === 'in-force' ? words.doubt.inForce(name) : words.doubt.firmness(name);
}

/** What has no id goes by its condition, in parentheses, numbered where several have the same; empty for an id. */
const condition = (name: string): string => /^(\(.*\))(?: \d+)?$/.exec(name)?.[1] ?? '';
