import type { Draft } from '../logic/draft.ts';

/** Drafts kept for comparing, on this page only until they are written to the case. */
export interface KeptDraft {
  name: string;
  draft: Draft;
}

class Shelf {
  all = $state.raw<KeptDraft[]>([]);
  #made = 0;

  keep(name: string, draft: Draft, unnamed: (n: number) => string): void {
    const given = name.trim() || unnamed(++this.#made);
    this.all = [...this.all.filter((k) => k.name !== given), { name: given, draft }];
  }
  drop(name: string): void {
    this.all = this.all.filter((k) => k.name !== name);
  }
}

export const shelf = new Shelf();
