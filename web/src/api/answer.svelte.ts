import { untrack } from 'svelte';
import { failureOf, isAbort, type ApiError } from './client.ts';

/** How long an answer may take before the page says that it is working. */
const PATIENCE = 100;

/**
 * What the server said to the newest question of one kind. A newer question aborts the older one; until its answer is there,
 * the last one stays, marked old. An error keeps the last answer too, and never passes for one.
 */
export class Answer<T> {
  value = $state.raw<T | null>(null);
  old = $state(false);
  waiting = $state(false);
  error = $state.raw<ApiError | null>(null);
  #open: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#open?.abort();
    const mine = new AbortController();
    this.#open = mine;
    // An effect that asks must not come to depend on what it is answered.
    this.old = untrack(() => this.value !== null);
    if (this.#timer === null) this.#timer = setTimeout(() => (this.waiting = true), PATIENCE);
    try {
      const value = await question(mine.signal);
      if (this.#open !== mine) return null;
      this.value = value;
      this.old = false;
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
    this.old = untrack(() => this.value !== null);
    this.#rest();
  }

  /** Forgets the answer and stops the question. */
  drop(): void {
    this.#open?.abort();
    this.#open = null;
    this.value = null;
    this.old = false;
    this.error = null;
    this.#rest();
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.waiting = false;
  }
}
