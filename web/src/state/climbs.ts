import type { DraftDoc, PictureDoc } from '../api/wire.ts';
import { Ladder, type Climb } from './ladder.svelte.ts';

/** Frontier and principles. */
const PICTURE: Climb<PictureDoc> = {
  kind: 'picture',
  name: 'picture',
  rungs: [1_000, 1_000_000, 20_000_000],
  proved: (doc) => doc.answers.every((answer) => Object.values(answer.principles).every((of) => of?.proved ?? true)),
};

/** What a draft can still be worth to each party. */
const REACH: Climb<DraftDoc> = {
  kind: 'draft',
  name: 'reach',
  rungs: [100_000],
  proved: (doc) => doc.answers.every((answer) => Object.values(answer.parties).every((of) => of.reach_proved ?? true)),
};

export const pictureLadder = () => new Ladder(PICTURE);
export const reachLadder = () => new Ladder(REACH);
