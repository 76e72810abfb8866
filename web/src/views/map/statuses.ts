import type { MapDoc } from '../../api/lens.ts';
import type { book as Book } from '../../state/book.svelte.ts';

/** The statuses that stand on the map now, in the order of their ids, with their titles. */
export function statusesOf(doc: MapDoc, book: typeof Book): { ids: string[]; title: (id: string) => string } {
  const ids = [...new Set(doc.units.flatMap((u) => u.statuses.filter((s) => s !== null)))].sort();
  const parts = Object.values(book.now?.lenses ?? {}).flatMap((l) => l.issues);
  return { ids, title: (id) => parts.map((issue) => book.choice(issue, id)).find((t) => t !== undefined) ?? id };
}
