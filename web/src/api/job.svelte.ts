import { untrack } from 'svelte';
import { ApiError, call, failureOf, isAbort, post, unreachable } from './client.ts';
import { events } from '../logic/events.ts';
import type { Progress } from '../logic/progress.ts';
import { stream } from './stream.ts';

/** Long work on the server: started, watched, and ended by leaving its events, or by its id while nobody watches it yet. */
export class Job<T> {
  value = $state.raw<T | null>(null);
  running = $state(false);
  cancelled = $state(false);
  progress = $state.raw<Progress | null>(null);
  error = $state.raw<ApiError | null>(null);
  #open: AbortController | null = null;
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  /** The answer; `null` where there was none: stopped, failed, or a newer question came. What was answered before stays. */
  async run(ask: unknown): Promise<T | null> {
    this.stop();
    const mine = new AbortController();
    this.#open = mine;
    this.running = true;
    this.cancelled = false;
    this.progress = null;
    try {
      // Not aborted: only a job whose id is known can be ended for certain.
      const { id } = await post<{ id: string }>('/api/jobs', { kind: this.#kind, ask, seconds: 600, stream: stream(`job-${this.#kind}`) });
      const watched = await watch(id, mine.signal);
      for await (const { event, data } of events(watched)) {
        if (this.#open !== mine) return null;
        const doc: unknown = JSON.parse(data);
        if (event === 'done') return (this.value = doc as T);
        if (event === 'progress') this.progress = doc as Progress;
        else return this.#ended(event, doc);
      }
      // Every job has a last word.
      throw unreachable();
    } catch (cause) {
      if (this.#open === mine && !isAbort(cause)) this.error = reason(cause);
    } finally {
      if (this.#open === mine) this.running = false;
    }
    return null;
  }

  #ended(event: string, doc: unknown): null {
    if (event === 'cancelled') this.cancelled = true;
    else {
      const failed = doc as { code: string; message: string; hint?: string | null };
      this.error = new ApiError(422, failed.code, failed.message, [], doc, failed.hint ?? null);
    }
    return null;
  }

  /** Ends it, and forgets how an earlier one failed. */
  stop(): void {
    // An effect that ends a job must not come to depend on whether it runs.
    if (untrack(() => this.running)) this.cancelled = true;
    this.#open?.abort();
    this.#open = null;
    this.running = false;
    this.error = null;
  }
}

/** A stream that breaks off is a `TypeError`. */
const reason = (cause: unknown): ApiError => (cause instanceof TypeError ? unreachable() : failureOf(cause));

async function watch(id: string, signal: AbortSignal): Promise<Response> {
  try {
    return await call(`/api/jobs/${id}/events`, { signal });
  } catch (cause) {
    // Left before it was watched: it would go on for as long as the server waits for somebody.
    if (isAbort(cause)) void call(`/api/jobs/${id}`, { method: 'DELETE' }).catch(() => null);
    throw cause;
  }
}
