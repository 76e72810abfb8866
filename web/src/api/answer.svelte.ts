import { untrack } from 'svelte';
import { failureOf, isAbort, type ApiError } from './client.ts';

/** How long an answer may take before the page says that it is working. */
const PATIENCE = 100;
/** For how long what is old goes unmarked: an answer that comes before a hand would notice leaves what it replaces untouched. */
const NOTICED = 100;

/**
 * What the server said to the newest question of one kind. A newer question aborts the older one; until its answer is there,
 * the last one stays, marked old. An error keeps the last answer too, and never passes for one.
 */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  old = $state(false);
  /** Old for so long that it is to be seen; and so it stays where no newer answer came. */
  aged = $state(false);
  waiting = $state(false);
  error = $state.raw<ApiError | null>(null);
  #open: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #aging: ReturnType<typeof setTimeout> | null = null;

  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#open?.abort();
    const mine = new AbortController();
    this.#open = mine;
    this.#age();
    if (this.#timer === null) this.#timer = setTimeout(() => (this.waiting = true), PATIENCE);
    try {
      const value = await question(mine.signal);
      if (this.#open !== mine) return null;
      this.value = value;
      this.#renew();
      this.error = null;
      this.#rest();
      return value;
    } catch (cause) {
      if (this.#open !== mine) return null;
      // Whatever ended it from outside: the last answer stays, and is not one to this question.
      if (!isAbort(cause)) this.error = failureOf(cause);
      this.#rest();
      return null;
    }
  }

  /** Stops the question; the last answer stays, marked old. */
  stop(): void {
    this.#open?.abort();
    this.#open = null;
    this.#age();
    this.#rest();
  }

  /** Forgets the answer and stops the question. */
  drop(): void {
    this.#open?.abort();
    this.#open = null;
    this.value = null;
    this.#renew();
    this.error = null;
    this.#rest();
  }

  #age(): void {
    // An effect that asks must not come to depend on what it is answered.
    const old = untrack(() => this.value !== null);
    this.old = old;
    if (old) this.#aging ??= setTimeout(() => (this.aged = true), NOTICED);
  }
  #renew(): void {
    if (this.#aging !== null) clearTimeout(this.#aging);
    this.#aging = null;
    this.old = false;
    this.aged = false;
  }
  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.waiting = false;
  }
}
