import { untrack } from 'svelte';
import { ApiError, call, isAbort, post } from './client.ts';
import { events } from '../logic/events.ts';
import type { Progress } from '../logic/progress.ts';

/** Long work on the server: started, watched, and cancelled by leaving its stream. */
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

  async run(ask: unknown): Promise<void> {
    this.stop();
    const mine = new AbortController();
    this.#open = mine;
    this.running = true;
    this.cancelled = false;
    this.progress = null;
    this.error = null;
    try {
      const { id } = await post<{ id: string }>('/api/jobs', { kind: this.#kind, ask, seconds: 600 }, mine.signal);
      const stream = await call(`/api/jobs/${id}/events`, { signal: mine.signal });
      for await (const { event, data } of events(stream)) this.#take(event, data);
    } catch (cause) {
      if (this.#open === mine && !isAbort(cause)) this.error = cause instanceof ApiError ? cause : new ApiError(0, 'page', String(cause), [], null);
    } finally {
      if (this.#open === mine) this.running = false;
    }
  }

  #take(event: string, data: string): void {
    const doc: unknown = JSON.parse(data);
    if (event === 'done') this.value = doc as T;
    else if (event === 'progress') this.progress = doc as Progress;
    else if (event === 'cancelled') this.cancelled = true;
    else if (event === 'failed') {
      const failed = doc as { code: string; message: string; hint?: string | null };
      this.error = new ApiError(422, failed.code, failed.message, [], doc, failed.hint ?? null);
    }
  }

  stop(): void {
    // An effect that ends a job must not come to depend on whether it runs.
    if (untrack(() => this.running)) this.cancelled = true;
    this.#open?.abort();
    this.#open = null;
    this.running = false;
  }
}
