import { Answer } from '../api/answer.svelte.ts';
import { post } from '../api/client.ts';
import type { DraftDoc } from '../api/wire.ts';
import { withReasons } from '../logic/reasons.ts';
import { bench } from './bench.svelte.ts';
import { behind, REST } from './rest.ts';
import { painted, started } from './stopwatch.ts';
import { stream } from '../api/stream.ts';

/** The live question: what is still possible, and who objects, for what lies on the bench now. */
class Live {
  answer = new Answer<DraftDoc>();
  /** What excludes each choice: it costs more than whether it is excluded, so it follows once the hand rests, and is old until then. */
  reasons = new Answer<DraftDoc>();
  /** The newest answer, with the reasons that are known. */
  readonly doc = $derived(this.answer.value && withReasons(this.answer.value, this.reasons.value));

  async ask(): Promise<DraftDoc | null> {
    started('draft');
    const body = bench.body({ stream: stream('draft') });
    const doc = await this.answer.ask((signal) => post<DraftDoc>('/api/draft', body, signal));
    if (doc) painted('draft');
    return doc;
  }

  /** An effect, where nothing of the answer is seen: what is seen goes before, and the question follows once the hand rests. */
  follow(): () => void {
    this.answer.stop();
    return behind(() => void this.ask());
  }

  /** An effect for whoever shows reasons: asks for those of every answer. */
  explain(): (() => void) | undefined {
    return this.rested(() => void this.#reasons(), () => this.reasons.stop());
  }
  async #reasons(): Promise<void> {
    started('reasons');
    const body = bench.body({ excluded_by: true, stream: stream('reasons') });
    if (await this.reasons.ask((signal) => post<DraftDoc>('/api/draft', body, signal))) painted('reasons');
  }

  /** An effect: begins something once the newest answer stands and the hand rests, and ends it when the answer ages or nobody looks. */
  rested(begin: () => void, end: () => void): (() => void) | undefined {
    if (this.answer.value === null || this.answer.old) return undefined;
    const timer = setTimeout(begin, REST);
    return () => {
      clearTimeout(timer);
      end();
    };
  }

  get stated() {
    return this.doc?.stated ?? null;
  }
  /** The second answer, where a set of estimates is named. */
  get second() {
    return this.doc?.answers[0] ?? null;
  }
}

export const live = new Live();
