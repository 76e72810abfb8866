import { book } from '../../state/book.svelte.ts';
import { record } from '../../state/record.svelte.ts';

/** Every id of the case: they are unique in the whole of it. */
export function taken(): Set<string> {
  const doc = book.now;
  const ledger = record.now;
  const tables = [doc?.parties, doc?.people, doc?.issues, doc?.lenses, doc?.rules, doc?.limits, doc?.drafts, ledger?.statements, ledger?.positions, ledger?.sources];
  return new Set(tables.flatMap((t) => Object.keys(t ?? {})));
}
