import { get, listen, type Stamp } from '../api/client.ts';

/** In which state of the case the server answers, and which of its states the page shows. */
class Revision {
  #heard = $state.raw<Stamp | null>(null);
  #shown = $state.raw<Stamp | null>(null);
  #own = $state(0);
  /** Whether the case was changed elsewhere since the page read it. What the page itself writes, it reads on its own. */
  readonly passed = $derived(this.#own === 0 && this.#shown !== null && this.#heard !== null && this.#shown.revision < this.#heard.revision && this.#shown.hash !== this.#heard.hash);

  hear(stamp: Stamp): void {
    if (this.#heard === null || this.#heard.revision < stamp.revision) this.#heard = stamp;
  }
  /** Perhaps the case is another by now: something asked does not fit, or the reader comes back. The answer says so itself. */
  async doubt(): Promise<void> {
    if (this.#own === 0 && this.#shown !== null) await get('/api/session').catch(() => null);
  }
  /** The page shows this state, or the newest it heard of. */
  show(stamp: Stamp | null = this.#heard): void {
    if (stamp && (this.#shown === null || this.#shown.revision < stamp.revision)) this.#shown = stamp;
  }
  /** Writes, and reads what that made of the case. */
  async own<T>(write: () => Promise<T>): Promise<T> {
    this.#own++;
    try {
      return await write();
    } finally {
      this.#own--;
    }
  }
}

export const revision = new Revision();
listen({ stamped: (stamp) => revision.hear(stamp), unfit: () => void revision.doubt() });
