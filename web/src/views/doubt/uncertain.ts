import { words } from '../../words/index.ts';

/** What the numbers of a case are called by. */
export interface Names {
  party(id: string): string;
  issueTitle(id: string): string;
  choiceTitle(issue: string, id: string): string;
  isLens(id: string): boolean;
  unit(lens: string, id: string): string;
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
  if (of === 'values' && names.isLens(issue)) return inLens(party, issue, choice, names);
  if (of === 'values') return words.doubt.value(party, names.issueTitle(issue), names.choiceTitle(issue, choice.join('/').replace(/^at /, '')));
  if (of === 'linkages') return words.doubt.linkage(party, condition(at, names) ?? at);
  if (of === 'red-lines') return limit(rest, (name) => limitOf(name, party, names));
  return id;
}

/** What a status is worth, or how much something counts: everywhere, or with one status. */
function inLens(party: string, lens: string, parts: readonly string[], names: Names): string {
  const [first = '', ...rest] = parts;
  const title = names.issueTitle(lens);
  if (first === 'counts') return words.doubt.counts(party, title, counted(lens, rest, names));
  const status = names.choiceTitle(lens, first === 'rates' ? (rest[0] ?? '') : first);
  return first === 'rates' ? words.doubt.countsWith(party, title, counted(lens, rest.slice(1), names), status) : words.doubt.value(party, title, status);
}

/** A unit by its name, or each of what is measured. */
function counted(lens: string, [what = '', unit = '']: readonly string[], names: Names): string {
  return what === 'units' ? names.unit(lens, unit) : (words.doubt.each[what] ?? what);
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
