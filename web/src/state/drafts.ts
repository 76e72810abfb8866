import { fromPackage, type Draft } from '../logic/draft.ts';
import { words } from '../words/index.ts';
import { bench } from './bench.svelte.ts';
import { book } from './book.svelte.ts';
import { shelf } from './shelf.svelte.ts';

/** A draft with a name: what lies on the bench, what was kept, what is on record. */
export interface NamedDraft {
  name: string;
  draft: Draft;
  /** Its id, where it is on record. */
  id?: string;
}

/** The drafts on record, in the order of the case. */
export function onRecord(): NamedDraft[] {
  return Object.entries(book.now?.drafts ?? {}).map(([id, d]) => ({ id, name: d.title ?? id, draft: { ...fromPackage(d.settles), ...d.brackets } }));
}

/** Every draft at hand, the bench first where something lies on it. */
export function drafts(): NamedDraft[] {
  const here = Object.keys(bench.draft).length ? [{ name: words.compare.onBench, draft: bench.draft }] : [];
  return [...here, ...[...shelf.all, ...onRecord()].filter((d) => fits(d.draft))];
}

/** Whether a draft speaks of the issues as they are taken now: by blocs, or unit by unit. */
export function fits(draft: Draft): boolean {
  return Object.keys(draft).every((issue) => book.issueDoc(issue) !== undefined);
}
