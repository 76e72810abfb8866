import type { AskBody, CaseDoc, WhatIf } from '../api/wire.ts';
import { asked, same, type Draft } from '../logic/draft.ts';
import { fitting } from '../logic/fitting.ts';
import { begin, each, redo, step, undo, type History } from '../logic/history.ts';
import { heldIn, withWhatIf, withoutWhatIf } from '../logic/what_if.ts';

/** What lies on the bench: the draft, which limits are switched, which estimates add a second answer, and every "what if". */
export interface Position {
  readonly draft: Draft;
  /** Limits switched away from how the case has them: `true` on, `false` off. */
  readonly limits: Readonly<Record<string, boolean>>;
  readonly whatIf: readonly WhatIf[];
  /** The set of estimates that adds a second answer; `null`: none. */
  readonly estimates: string | null;
  /** Whether negotiated territory is taken unit by unit instead of by the blocs the case draws. */
  readonly units: boolean;
}

const EMPTY: Position = { draft: {}, limits: {}, whatIf: [], estimates: null, units: false };

class Bench {
  #history = $state.raw<History<Position>>(begin(EMPTY));
  /** A bottom line or weight under the hand: asked about at once, recorded only when let go. */
  #held = $state.raw<Position | null>(null);
  // Each part by itself: under a hand only the suppositions change, and nothing else is looked at again.
  #draft = $state.raw(EMPTY.draft);
  #limits = $state.raw(EMPTY.limits);
  #whatIf = $state.raw(EMPTY.whatIf);
  #estimates = $state.raw(EMPTY.estimates);
  #units = $state.raw(EMPTY.units);

  /** Whether something was taken off because the case has it no more. */
  trimmed = $state(false);

  get now(): Position {
    return { draft: this.#draft, limits: this.#limits, whatIf: this.#whatIf, estimates: this.#estimates, units: this.#units };
  }
  get dragging(): boolean {
    return this.#held !== null;
  }
  get draft(): Draft {
    return this.#draft;
  }
  get estimates(): string | null {
    return this.#estimates;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.next.length > 0;
  }
  get limits(): Position['limits'] {
    return this.#limits;
  }
  get units(): boolean {
    return this.#units;
  }
  get whatIf(): Position['whatIf'] {
    return this.#whatIf;
  }
  readonly switched = $derived(Object.keys(this.#limits).length + this.#whatIf.length);

  /** What is recorded from here on, or held over it. */
  #lay(history: History<Position>, held: Position | null = null): void {
    this.#history = history;
    this.#held = held;
    ({ draft: this.#draft, limits: this.#limits, whatIf: this.#whatIf, estimates: this.#estimates, units: this.#units } = held ?? history.now);
  }
  #step(next: Partial<Position>): void {
    this.#lay(step(this.#history, { ...this.#history.now, ...next }));
  }
  setDraft(draft: Draft): void {
    if (!same(draft, this.draft)) this.#step({ draft });
  }
  setEstimates(estimates: string | null): void {
    const whatIf = this.#whatIf.filter((w) => w.set === estimates);
    this.#step({ estimates, whatIf });
  }
  /** Switches a limit; back to how the case has it takes it out of the list. */
  switchLimit(id: string, on: boolean, asInCase: boolean): void {
    const { [id]: _was, ...rest } = this.#limits;
    this.#step({ limits: on === asInCase ? rest : { ...rest, [id]: on } });
  }
  /** Takes territory at another resolution, with the draft in its issues and without suppositions about issues that are not there. */
  setUnits(units: boolean, draft: Draft, gone: ReadonlySet<string>): void {
    const whatIf = this.#whatIf.filter((w) => !gone.has(w.issue ?? ''));
    this.#step({ units, draft, whatIf });
  }
  drag(change: WhatIf): void {
    this.#lay(this.#history, { ...this.#history.now, whatIf: withWhatIf(this.#history.now.whatIf, change) });
  }
  letGo(): void {
    if (this.#held) this.#step({ whatIf: this.#held.whatIf });
  }
  setWhatIf(change: WhatIf): void {
    this.drag(change);
    this.letGo();
  }
  dropWhatIf(change: WhatIf): void {
    this.#step({ whatIf: withoutWhatIf(this.#whatIf, change) });
  }
  dropAll(): void {
    this.#step({ limits: {}, whatIf: [] });
  }
  held(like: WhatIf): WhatIf | undefined {
    return heldIn(this.#whatIf, like);
  }
  /** Takes off what speaks of something the case does not hold, now and wherever undo leads. */
  fit(doc: CaseDoc, units: boolean): void {
    const fitted = (at: Position) => (at.units === units ? fitting(at, doc) : at);
    const at = this.#held ?? this.#history.now;
    if (fitted(at) !== at) this.trimmed = true;
    this.#lay(each(this.#history, fitted), this.#held && fitted(this.#held));
  }
  undo(): void {
    this.#lay(undo(this.#history));
  }
  redo(): void {
    this.#lay(redo(this.#history));
  }
  clear(): void {
    this.#lay(begin(EMPTY));
  }

  /** The body of a question about what lies here. A bracketed issue stays open in it, between the choices in its brackets. */
  body(extra: Record<string, unknown> = {}): AskBody {
    const { draft, limits, whatIf, estimates, units } = this.now;
    return { ...asked(draft), estimates: estimates === null ? [] : [estimates], limits: { ...limits }, what_if: [...whatIf], ...(units ? { units } : {}), ...extra };
  }
}

export const bench = new Bench();
