import { call, failureOf, type ApiError } from '../api/client.ts';
import type { DocumentDoc } from '../api/reading.ts';
import { accepted, grouped, marked, place, type Group } from '../logic/reading.ts';
import { words } from '../words/index.ts';
import { announcer } from './announce.svelte.ts';
import { files } from './files.svelte.ts';
import { record } from './record.svelte.ts';
import { session } from './session.svelte.ts';

export type Decision = 'open' | 'accepted' | 'rejected';

/** A document being read: what is proposed, and what a person has decided so far. Nothing is written before `write`. */
class Reading {
  document = $state.raw<DocumentDoc | null>(null);
  groups = $state<Group[]>([]);
  decisions = $state<Decision[]>([]);
  /** Which statement is in hand. */
  current = $state(-1);
  kind = $state('newspaper-report');
  title = $state('');
  coder = $state('');
  error = $state.raw<ApiError | null>(null);
  busy = $state(false);
  /** Ids of the statements written last. */
  written = $state.raw<string[]>([]);
  stale = $state(false);
  #case = '';

  readonly tally = $derived({
    accepted: this.decisions.filter((d) => d === 'accepted').length,
    rejected: this.decisions.filter((d) => d === 'rejected').length,
    open: this.decisions.filter((d) => d === 'open').length,
  });

  /** What was read belongs to one case; another opened meanwhile starts anew. */
  enter(): void {
    const folder = session.now?.folder ?? '';
    if (folder !== this.#case) this.forget();
    this.#case = folder;
  }
  forget(): void {
    this.document = null;
    this.groups = [];
    this.decisions = [];
    this.current = -1;
    this.error = null;
    this.stale = false;
    this.title = '';
  }

  async read(document: Blob): Promise<void> {
    this.busy = true;
    this.written = [];
    try {
      const answer = await call('/api/readings/document', { method: 'POST', bytes: document });
      const found = (await answer.json()) as DocumentDoc;
      this.document = found;
      this.groups = grouped(found.proposals);
      this.decisions = this.groups.map(() => 'open');
      this.current = this.groups.length > 0 ? 0 : -1;
      this.title = found.title ?? '';
      this.error = null;
      this.stale = false;
      announcer.say(words.reading.proposals(this.groups.length));
    } catch (cause) {
      this.error = failureOf(cause);
    } finally {
      this.busy = false;
    }
  }

  decide(rank: number, decision: Decision): void {
    this.decisions[rank] = decision;
    const { accepted: yes, rejected, open } = this.tally;
    announcer.say(words.reading.tally(yes, rejected, open));
    if (decision === 'open') return;
    const next = this.decisions.findIndex((d, i) => d === 'open' && i > rank);
    const first = next >= 0 ? next : this.decisions.indexOf('open');
    if (first >= 0) this.current = first;
  }

  /** A statement of words a person marked, in its place among the others. */
  mark(start: number, end: number): void {
    if (!this.document || end <= start) return;
    const at = this.groups.findIndex((g) => g.start > start);
    const rank = at < 0 ? this.groups.length : at;
    this.groups.splice(rank, 0, marked(this.document.text, start, end));
    this.decisions.splice(rank, 0, 'open');
    this.current = rank;
  }
  unmark(rank: number): void {
    this.groups.splice(rank, 1);
    this.decisions.splice(rank, 1);
    this.current = Math.min(this.current, this.groups.length - 1);
  }

  /** Puts changed words in their place; false where they do not stand in the text. */
  settle(group: Group): boolean {
    const found = place(this.document?.text ?? '', group.form.quote, group.start);
    if (!found) return false;
    group.start = found.start;
    group.end = found.end;
    return true;
  }

  async write(): Promise<void> {
    if (!this.document) return;
    const chosen = this.groups.filter((_, i) => this.decisions[i] === 'accepted');
    await record.load();
    const before = new Set(Object.keys(record.now?.statements ?? {}));
    const title = this.title.trim();
    const label = words.reading.label(chosen.length, title);
    const done = await files.accept({ text: this.document.text, title: title || null, kind: this.kind, coder: this.coder.trim() || null, accepted: chosen.map(accepted), label });
    // What was decided is kept, and can be written to the case as it stands now.
    this.stale = !done && files.error?.code === 'conflict';
    this.error = done || this.stale ? null : files.error;
    if (!done) return;
    await record.load();
    this.written = Object.keys(record.now?.statements ?? {}).filter((id) => !before.has(id));
    announcer.say(words.reading.written(this.written.join(', ')));
    this.forget();
  }
}

export const reading = new Reading();
