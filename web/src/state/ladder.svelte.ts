import { Answer } from '../api/answer.svelte.ts';
import { post } from '../api/client.ts';
import { Job } from '../api/job.svelte.ts';
import type { AskBody } from '../api/wire.ts';
import { isLarge } from './large.ts';
import { rest, underTheEyes } from './rest.ts';
import { painted, started } from './stopwatch.ts';
import { stream } from '../api/stream.ts';

/** A question that is answered at once, then better. */
export interface Climb<T> {
  /** The question's own name. */
  readonly kind: string;
  /** What the stopwatch and the server know it by. */
  readonly name: string;
  /** Steps each search may take on the way: the first rung is there while the hand still moves. */
  readonly rungs: readonly number[];
  /** Whether more steps would show nothing more. */
  readonly proved: (doc: T) => boolean;
}

/**
 * An answer at once, then better: in a large case first what was reached with what no package exceeds; then, once the hand rests, what
 * more steps prove, and in the end the whole answer, worked out by a job that tells how far it is. A newer question ends all of it.
 */
export class Ladder<T> {
  answer = new Answer<T>();
  /** What is worked out behind the answer shown. */
  readonly job: Job<T>;
  readonly #climb: Climb<T>;
  #open: AbortController | null = null;

  constructor(climb: Climb<T>) {
    this.#climb = climb;
    this.job = new Job<T>(climb.kind);
  }

  /** Asks; says so to the stopwatch when the first answer is painted. */
  async ask(body: AskBody): Promise<void> {
    this.#end();
    started(this.#climb.name);
    const mine = new AbortController();
    this.#open = mine;
    const large = isLarge();
    const first = large ? { ...body, steps: this.#climb.rungs[0] } : body;
    const doc = await underTheEyes(this.answer.ask((signal) => this.#post(first, signal)));
    if (!doc || this.#open !== mine) return;
    painted(this.#climb.name);
    if (!large) return;
    await rest();
    if (this.#open === mine) await this.#up(body, mine);
  }

  /** Stops the question and what is worked out behind its answer, which stays, marked old. */
  stop(): void {
    this.#end();
    this.answer.stop();
  }

  /** Forgets the answer and stops what is worked out behind it. */
  drop(): void {
    this.#end();
    this.answer.drop();
  }

  async #up(body: AskBody, mine: AbortController): Promise<void> {
    const proved = () => this.answer.value !== null && this.#climb.proved(this.answer.value);
    for (const steps of this.#climb.rungs.slice(1)) {
      if (proved()) break;
      const doc = await this.#post({ ...body, steps }, mine.signal).catch(() => null);
      if (this.#open !== mine) return;
      // What was shown stands; a rung out of reach leaves the rest to the job.
      if (doc === null) break;
      this.answer.value = doc;
    }
    await this.job.run(body);
    if (this.#open === mine && this.job.value) {
      this.answer.value = this.job.value;
      performance.mark(`detente:${this.#climb.name}:proved`);
    }
  }

  #post(body: AskBody, signal: AbortSignal): Promise<T> {
    return post<T>(`/api/${this.#climb.kind}`, { ...body, stream: stream(this.#climb.name) }, signal);
  }
  #end(): void {
    this.#open?.abort();
    this.#open = null;
    this.job.stop();
    this.job.value = null;
    this.job.error = null;
  }
}
