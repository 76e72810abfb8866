import { untrack } from 'svelte';
import { Answer } from '../api/answer.svelte.ts';
import { post } from '../api/client.ts';
import { Job } from '../api/job.svelte.ts';
import type { AskBody, PictureDoc, PrincipleDoc } from '../api/wire.ts';
import { book } from './book.svelte.ts';
import { painted, started } from './stopwatch.ts';
import { stream } from './stream.ts';

/** Steps each search may take on the way: the first rung is there while the hand still moves. */
const RUNGS = [1_000, 1_000_000, 20_000_000];

/** Packages in a case beyond which the first answer says what is reached and bounded, instead of everything. */
const MANY = 1e12;

/**
 * A picture at once, then better: in a large case first what was reached with what no package exceeds, then what more steps prove, and
 * in the end the whole answer, worked out by a job that tells how far it is. A newer question ends all of it.
 */
export class Ladder {
  answer = new Answer<PictureDoc>();
  /** What is worked out behind the answer shown. */
  readonly job = new Job<PictureDoc>('picture');
  #open: AbortController | null = null;

  /** Asks about what lies on the bench; says so to the stopwatch when the first answer is painted. */
  async ask(body: AskBody): Promise<void> {
    this.#stop();
    started('picture');
    const mine = new AbortController();
    this.#open = mine;
    const large = MANY < size();
    const first = large ? { ...body, steps: RUNGS[0] } : body;
    const doc = await this.answer.ask((signal) => post<PictureDoc>('/api/picture', { ...first, stream: stream('picture') }, signal));
    if (!doc || this.#open !== mine) return;
    painted('picture');
    if (large) await this.#climb(body, mine);
  }

  async #climb(body: AskBody, mine: AbortController): Promise<void> {
    for (const steps of RUNGS.slice(1)) {
      if (this.answer.value?.answers.every(proved)) break;
      const doc = await post<PictureDoc>('/api/picture', { ...body, steps, stream: stream('picture') }, mine.signal).catch(() => null);
      if (this.#open !== mine) return;
      // What was shown stands; a rung out of reach leaves the rest to the job.
      if (doc === null) break;
      this.answer.value = doc;
    }
    await this.job.run(body);
    if (this.#open === mine && this.job.value) {
      this.answer.value = this.job.value;
      performance.mark('detente:picture:proved');
    }
  }

  #stop(): void {
    this.#open?.abort();
    this.#open = null;
    untrack(() => this.job.stop());
    this.job.value = null;
  }
}

function proved(answer: { principles: Record<string, PrincipleDoc | null> }): boolean {
  return Object.values(answer.principles).every((of) => of?.proved ?? true);
}

/** How many packages the case has, rules aside. */
function size(): number {
  return Object.values(book.now?.issues ?? {}).reduce((n, issue) => n * issue.choices.length, 1);
}
