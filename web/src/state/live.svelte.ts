import { Answer } from '../api/answer.svelte.ts';
import { post } from '../api/client.ts';
import type { DraftDoc } from '../api/wire.ts';
import { bench } from './bench.svelte.ts';
import { painted, started } from './stopwatch.ts';
import { stream } from './stream.ts';

/** The live question: what is still possible, and who objects, for what lies on the bench now. */
class Live {
  answer = new Answer<DraftDoc>();

  async ask(): Promise<DraftDoc | null> {
    started('draft');
    const doc = await this.answer.ask((signal) => post<DraftDoc>('/api/draft', bench.body({ reach: bench.estimates !== null && !bench.dragging, stream: stream('draft') }), signal));
    if (doc) painted('draft');
    return doc;
  }
  get stated() {
    return this.answer.value?.stated ?? null;
  }
  /** The second answer, where a set of estimates is named. */
  get second() {
    return this.answer.value?.answers[0] ?? null;
  }
}

export const live = new Live();
