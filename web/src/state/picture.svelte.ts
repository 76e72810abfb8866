import { movedUp } from '../logic/parallel.ts';
import { book } from './book.svelte.ts';

/** How the reader wants the picture drawn, for this sitting: two parties or all, over whom, and in which order. */
class PictureChoice {
  mode = $state<'two' | 'all'>('two');
  /** The two parties of the small picture, across and up; `null`: the first two whose consent is always needed. */
  pair = $state.raw<readonly [string, string] | null>(null);
  /** Whose gain counts in what no other beats; `null`: those whose consent is always needed. */
  over = $state.raw<readonly string[] | null>(null);
  #order = $state.raw<readonly string[]>([]);

  /** These parties in the reader's order; those the reader has not placed stand by name. */
  ordered(parties: readonly string[]): string[] {
    const placed = this.#order.filter((p) => parties.includes(p));
    return [...placed, ...book.partyIds.filter((p) => parties.includes(p) && !placed.includes(p))];
  }
  /** Those of these whose gain counts. Where fewer than two always have to consent, all of them. */
  countedOf(parties: readonly string[]): string[] {
    const { over } = this;
    const counted = parties.filter((p) => (over ? over.includes(p) : book.now?.parties[p]?.consent === 'always'));
    return counted.length < 2 ? [...parties] : counted;
  }
  up(parties: readonly string[], party: string): void {
    this.#order = movedUp(this.ordered(parties), party);
  }
}

export const pictureChoice = new PictureChoice();
