import { marksOf, type Mark } from '../logic/marks.ts';
import { book } from './book.svelte.ts';

/** Hue and shape of every party: by rank of its id, or as the reader chose for this sitting. */
class Marks {
  chosen = $state<Record<string, Mark>>({});
  readonly all = $derived(marksOf(Object.keys(book.now?.parties ?? {}), this.chosen));

  of(party: string): Mark {
    return this.all[party] ?? { hue: 7, shape: 'circle' };
  }
  choose(party: string, mark: Mark): void {
    this.chosen = { ...this.chosen, [party]: mark };
  }
}

export const marks = new Marks();
