import type { AcceptedDoc, ChangedStatement, ProposalDoc, ReadAs } from '../api/reading.ts';

/** A statement as it stands in the form: the words of the document, who said them, what they are read as. */
export interface Form {
  quote: string;
  speaker: string;
  party: string;
  via: string;
  chain: string;
  saidOn: string;
  sense: string;
  readAs: ReadAs[];
}
/** Proposals about the same words of the same speaker: one statement. */
export interface Group {
  start: number;
  end: number;
  why: string;
  confidence: number | null;
  /** The statement of the record that quotes these words already. */
  coded: string | null;
  proposed: Form | null;
  form: Form;
}
export interface Segment {
  text: string;
  /** Which groups quote it. */
  groups: number[];
}

const MOST_WORDS = 40;

export function grouped(proposals: readonly ProposalDoc[]): Group[] {
  const groups: Group[] = [];
  for (const p of proposals) {
    const last = groups.findLast((g) => g.start === p.start && g.end === p.end && g.form.speaker === p.speaker);
    const readAs: ReadAs = { party: p.party, issue: p.issue, stance: p.stance, negated: p.negated, condition: p.condition };
    if (last) {
      last.form.readAs.push(readAs);
      last.proposed?.readAs.push({ ...readAs });
      continue;
    }
    const form: Form = { quote: p.exact, speaker: p.speaker, party: p.party ?? '', via: p.via, chain: p.chain.join('; '), saidOn: p.date ?? '', sense: '', readAs: [readAs] };
    const coded = /; quoted already in (\S+)$/.exec(p.why)?.[1] ?? null;
    groups.push({ start: p.start, end: p.end, why: p.why, confidence: p.confidence, coded, proposed: structuredClone(form), form });
  }
  return groups;
}

/** A statement of words a person marked; nothing was proposed about them. */
export function marked(text: string, start: number, end: number): Group {
  const quote = Array.from(text).slice(start, end).join('');
  return { start, end, why: '', confidence: null, coded: null, proposed: null, form: { quote, speaker: '', party: '', via: 'reported', chain: '', saidOn: '', sense: '', readAs: [] } };
}

/** The text in pieces, each with the groups that quote it; places count characters. */
export function segments(text: string, groups: readonly Pick<Group, 'start' | 'end'>[]): Segment[] {
  const chars = Array.from(text);
  const cuts = [...new Set([0, chars.length, ...groups.flatMap((g) => [g.start, g.end])])].filter((c) => c >= 0 && c <= chars.length).sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? 0;
    return { text: chars.slice(from, to).join(''), groups: groups.flatMap((g, rank) => (g.start <= from && to <= g.end ? [rank] : [])) };
  });
}

/** Where words stand in a text, the place nearest to `near`; line breaks count as blanks. */
export function place(text: string, words: string, near: number): { start: number; end: number } | null {
  const plain = (s: string) => Array.from(s, (c) => (/\s/.test(c) ? ' ' : c));
  const wanted = plain(words.trim());
  const count = words.trim().split(/\s+/).length;
  if (wanted.length === 0 || count > MOST_WORDS) return null;
  const chars = plain(text);
  let found: number | null = null;
  for (let at = 0; at + wanted.length <= chars.length; at++) {
    if (chars[at] !== wanted[0] || !wanted.every((c, i) => chars[at + i] === c)) continue;
    if (found === null || Math.abs(at - near) < Math.abs(found - near)) found = at;
  }
  return found === null ? null : { start: found, end: found + wanted.length };
}

/** What is sent for an accepted group: only its place where it stands as proposed. */
export function accepted(group: Group): AcceptedDoc {
  const { form, proposed } = group;
  const sense = form.sense.trim();
  const bare = (f: Form) => JSON.stringify({ ...f, sense: '' });
  const unchanged = proposed !== null && bare(form) === bare(proposed);
  return { start: group.start, end: group.end, speaker: form.speaker.trim() || null, paraphrase: sense === '' ? null : sense, changed: unchanged ? null : changed(form) };
}

function changed(form: Form): ChangedStatement {
  const chain = form.chain.split(';').map((l) => l.trim()).filter(Boolean);
  return { speaker: form.speaker.trim(), party: form.party || null, via: form.via, chain, said_on: form.saidOn || null, read_as: form.readAs };
}
