import { Answer } from '../../api/answer.svelte.ts';
import { post } from '../../api/client.ts';
import { Job } from '../../api/job.svelte.ts';
import type { AskBody } from '../../api/wire.ts';
import { isLarge } from '../../state/large.ts';
import { live } from '../../state/live.svelte.ts';
import { stream } from '../../api/stream.ts';

/**
 * What costs more than the verdict: asked once the hand rests. Until its answer is there the last one stays, marked old. In a large
 * case a job works it out and tells how far it is.
 */
export class Late<T> {
  readonly answer = new Answer<T>();
  readonly job: Job<T>;
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
    this.job = new Job<T>(kind);
  }

  ask(body: AskBody): Promise<T | null> {
    return this.answer.ask((signal) => (isLarge() ? this.#work(body) : post<T>(`/api/${this.#kind}`, { ...body, stream: stream(this.#kind) }, signal)));
  }
  async #work(body: AskBody): Promise<T> {
    const doc = await this.job.run(body);
    if (doc === null) throw this.job.error ?? new DOMException('', 'AbortError');
    return doc;
  }

  /** An effect: asks whenever the hand rests, and stops when the bench changes or nobody looks. */
  rested(ask: () => void): (() => void) | undefined {
    return live.rested(ask, () => {
      this.answer.stop();
      this.job.stop();
    });
  }
  /** Forgets the answer. */
  drop(): void {
    this.answer.drop();
    this.job.stop();
  }
}
