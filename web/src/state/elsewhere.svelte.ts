import { untrack } from 'svelte';
import { bench } from './bench.svelte.ts';
import { book } from './book.svelte.ts';
import { files } from './files.svelte.ts';
import { record } from './record.svelte.ts';
import { revision } from './revision.svelte.ts';
import { session } from './session.svelte.ts';

/** Changes of the case that were not made on this page: they are read, once each, and said. */
class Elsewhere {
  changed = $state(false);

  /** An effect: never while a hand moves. */
  watch(): void {
    if (revision.passed && !bench.dragging) untrack(() => void this.#read());
  }
  async #read(): Promise<void> {
    // Whatever comes of it, it is not read again before somebody changes it again.
    revision.show();
    await Promise.all([book.load(), record.renew(), files.renew()]);
    await session.load();
    this.changed = true;
  }
  dismiss(): void {
    this.changed = false;
    bench.trimmed = false;
  }
}

export const elsewhere = new Elsewhere();
