import { Answer } from '../api/answer.svelte.ts';
import { call, stampOf } from '../api/client.ts';
import type { CaseDoc, IssueDoc, LimitDoc } from '../api/wire.ts';
import { isolated } from '../logic/bidi.ts';
import { byBytes } from '../logic/marks.ts';
import { phrase, type Titles } from '../logic/phrase.ts';
import { words } from '../words/index.ts';
import { bench } from './bench.svelte.ts';
import { revision } from './revision.svelte.ts';

/** What the case holds, and the names of everything in it. */
class Book implements Titles {
  answer = new Answer<CaseDoc>();
  /** The case with its territory unit by unit, once somebody took it so. */
  #units = new Answer<CaseDoc>();
  readonly issueIds = $derived(Object.keys(this.now?.issues ?? {}).sort(byBytes));
  readonly partyIds = $derived(
    Object.keys(this.now?.parties ?? {}).sort((a, b) => this.party(a).localeCompare(this.party(b), 'en') || byBytes(a, b)),
  );

  get now(): CaseDoc | null {
    return (bench.units ? this.#units.value : null) ?? this.answer.value;
  }
  async load(): Promise<CaseDoc | null> {
    if (this.#units.value) void this.loadUnits();
    return this.answer.ask((signal) => read('/api/case', false, signal));
  }
  loadUnits(): Promise<CaseDoc | null> {
    return this.#units.ask((signal) => read('/api/case-by-units', true, signal));
  }

  party(id: string): string {
    return isolated(this.now?.parties[id]?.name ?? id);
  }
  issue(id: string): string | undefined {
    const title = this.now?.issues[id]?.title ?? this.now?.lenses[id]?.title;
    return title === undefined ? undefined : isolated(title);
  }
  issueDoc(id: string): IssueDoc | undefined {
    return this.now?.issues[id];
  }
  issueTitle(id: string): string {
    return this.issue(id) ?? id;
  }
  choice(issue: string, id: string): string | undefined {
    const doc = this.now?.issues[issue] ?? this.now?.issues[this.now.lenses[issue]?.issues[0] ?? ''];
    const title = doc?.choices.find((c) => c.id === id)?.title;
    if (title === undefined) return undefined;
    const number = title === id && /^-?[\d.]+$/.test(id);
    return number && doc?.unit ? `${id}${doc.unit === '%' ? '' : ' '}${doc.unit}` : isolated(title);
  }
  choiceTitle(issue: string, id: string): string {
    return this.choice(issue, id) ?? id;
  }
  isLens(id: string): boolean {
    return this.now?.lenses[id] !== undefined;
  }
  /** A unit of a lens. */
  unit(lens: string, id: string): string {
    return isolated(this.now?.lenses[lens]?.units[id] ?? id);
  }
  limit(id: string): LimitDoc | undefined {
    if (this.now?.limits[id]) return this.now.limits[id];
    for (const set of Object.values(this.now?.estimates ?? {})) if (set.limits[id]) return set.limits[id];
    return undefined;
  }
  /** An expression with titles in place of ids. */
  phrase(expression: string): string {
    return phrase(expression, this);
  }
  /** A member of a conflict, or a limit, as a sentence: whose it is and what it says. */
  limitWords(id: string): string {
    const limit = this.limit(id);
    if (limit) return words.limit.never(this.party(limit.party), this.phrase(limit.text), limit.kind ?? '');
    const [kind, of] = split(id);
    if (kind === 'bottom-line') return words.limit.bottomLine(this.party(of));
    if (kind === 'brackets') return words.limit.brackets(this.issueTitle(of));
    if (kind === 'fixed') return words.limit.draft(this.issueTitle(of));
    return id;
  }
  /** The issues a limit speaks of, as ids. */
  issuesOf(limit: string): string[] {
    return this.limit(limit)?.issues ?? [];
  }
}

/** Reads the case; what on the bench speaks of something that is gone goes with it, before anybody asks about it. */
async function read(path: string, units: boolean, signal: AbortSignal): Promise<CaseDoc> {
  const answer = await call(path, { signal });
  const doc = (await answer.json()) as CaseDoc;
  bench.fit(doc, units);
  revision.show(stampOf(answer));
  return doc;
}

function split(id: string): [string, string] {
  const i = id.indexOf(':');
  return i < 0 ? ['', id] : [id.slice(0, i), id.slice(i + 1)];
}

export const book = new Book();
