import { Answer } from '../api/answer.svelte.ts';
import { post } from '../api/client.ts';
import type { DraftDoc } from '../api/wire.ts';
import { bench } from './bench.svelte.ts';
import { painted, started } from './stopwatch.ts';
import { stream } from './stream.ts';

/** How long a hand must rest before the dearer part of the answer is asked for. */
const REST = 150;

/**
 * The live question: what is still possible, and who objects, for what lies on the bench now. What each party can still reach costs
 * more, so it follows once the hand rests, and stands marked as old until it has.
 */
class Live {
  answer = new Answer<DraftDoc>();
  reach = new Answer<DraftDoc>();
  /** Whether what can be reached is of an earlier bench. */
  reachOld = $state(false);
  #timer: ReturnType<typeof setTimeout> | null = null;

  async ask(): Promise<DraftDoc | null> {
    started('draft');
    const body = bench.body({ stream: stream('draft') });
    this.#later(body.estimates.length > 0);
    const doc = await this.answer.ask((signal) => post<DraftDoc>('/api/draft', body, signal));
    if (doc) painted('draft');
    return doc;
  }
  #later(wanted: boolean): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!wanted) return this.reach.drop();
    this.reachOld = true;
    this.#timer = setTimeout(() => void this.#ask(), REST);
  }
  async #ask(): Promise<void> {
    const body = bench.body({ reach: true, stream: stream('reach') });
    if (await this.reach.ask((signal) => post<DraftDoc>('/api/draft', body, signal))) this.reachOld = false;
  }

  get stated() {
    return this.answer.value?.stated ?? null;
  }
  /** The second answer, where a set of estimates is named. */
  get second() {
    return this.answer.value?.answers[0] ?? null;
  }
  /** Least and most a party has in what is left, as far as it is known. */
  reachOf(party: string): number[] | null {
    return this.reach.value?.answers[0]?.parties[party]?.reach ?? null;
  }
}

export const live = new Live();
