import { NOWHERE, isUnsaved, over, type Held, type OnDisk } from '../logic/held.ts';

/** The texts under the hand, by file: what is typed stays, whatever is looked at meanwhile, until it is saved or given up. */
class Texts {
  #all = $state.raw<Readonly<Record<string, Held>>>({});
  readonly unsaved = $derived(Object.keys(this.#all).filter((path) => isUnsaved(this.of(path))).sort());

  of(path: string): Held {
    return this.#all[path] ?? { ...NOWHERE, stored: '' };
  }
  set(path: string, held: Partial<Held>): void {
    this.#all = { ...this.#all, [path]: { ...this.of(path), ...held } };
  }
  /** Takes a file as it is on disk now; false where it was changed apart from what is typed, which stays. */
  meet(path: string, disk: OnDisk): boolean {
    const held = over(this.#all[path], disk);
    if (held) this.set(path, held);
    return held !== null;
  }
}

export const texts = new Texts();
