import { Answer } from '../api/answer.svelte.ts';
import { ApiError, call, get, post, type Diagnostic } from '../api/client.ts';
import type { AcceptedDoc } from '../api/reading.ts';
import type { SessionDoc } from '../api/wire.ts';
import type { Edit } from '../logic/changed.ts';
import { book } from './book.svelte.ts';
import { record } from './record.svelte.ts';
import { session } from './session.svelte.ts';

export interface CheckDoc {
  errors: number;
  warnings: number;
  diagnostics: Diagnostic[];
}
interface FileDoc {
  path: string;
  hash: string;
  text: string;
}
interface SavedDoc {
  session: SessionDoc;
  check: CheckDoc;
  changed: string[];
}
export interface Conflict {
  file: string | null;
  yours: string | null;
  theirs: string | null;
  their_hash: string;
}
export interface Change {
  number: number;
  label: string;
  files: string[];
  undone: boolean;
  diff: { file: string; before: string | null; after: string | null }[];
}
/** The case's files: their list, the one under the eyes, what is wrong with it as it stands, and what was changed here. */
class Files {
  list = $state.raw<{ path: string; hash: string; editable: boolean }[]>([]);
  path = $state('case.toml');
  text = $state('');
  /** The text as it is on disk, as far as this page knows. */
  stored = $state('');
  #hash = '';
  check = new Answer<CheckDoc>();
  changes = $state.raw<Change[]>([]);
  conflict = $state.raw<Conflict | null>(null);
  error = $state.raw<ApiError | null>(null);
  busy = $state(false);
  readonly dirty = $derived(this.text !== this.stored);

  async load(): Promise<void> {
    await this.#guard(async () => {
      this.list = (await get<{ files: { path: string; hash: string; editable: boolean }[] }>('/api/files')).files;
      if (!this.list.some((f) => f.path === this.path)) this.path = 'case.toml';
      await this.open(this.path);
      await this.#after();
    });
  }
  async open(path: string): Promise<void> {
    await this.#guard(async () => {
      const file = await get<FileDoc>(`/api/files/${path.split('/').map(encodeURIComponent).join('/')}`);
      this.path = file.path;
      this.#hash = file.hash;
      this.text = this.stored = file.text;
      await this.check.ask((signal) => get<CheckDoc>('/api/check', signal));
    });
  }
  /** Holds the text as it stands against the whole case; writes nothing. */
  async look(): Promise<void> {
    const body = { path: this.path, text: this.text };
    await this.check.ask((signal) => post<CheckDoc>('/api/check-text', body, signal));
  }
  async save(label: string): Promise<void> {
    await this.#guard(async () => {
      const answer = await call(`/api/files/${this.path.split('/').map(encodeURIComponent).join('/')}`, { method: 'PUT', body: { text: this.text, label }, headers: { 'if-match': `"${this.#hash}"` } });
      await this.#saved((await answer.json()) as SavedDoc);
    });
  }
  /** Takes the other's text as the new ground; ours stays in the field, to be saved on top or mended. */
  settle(keepMine: boolean): void {
    const c = this.conflict;
    if (!c) return;
    this.#hash = c.their_hash;
    this.stored = c.theirs ?? '';
    if (!keepMine) this.text = this.stored;
    this.conflict = null;
    void this.look();
  }
  /** Edits from a form: whole or not at all. */
  async edit(edits: Edit[], label: string): Promise<boolean> {
    return this.#guard(async () => {
      const hash = session.now?.hash ?? '';
      const answer = await call('/api/edit', { method: 'POST', body: { edits, label }, headers: { 'if-match': `"${hash}"` } });
      await this.#saved((await answer.json()) as SavedDoc);
    });
  }
  /** Writes what a person accepted of a document; the same change list, the same care for somebody else's change. */
  async accept(asked: { text: string; title: string | null; kind: string; coder: string | null; accepted: AcceptedDoc[]; label: string }): Promise<boolean> {
    return this.#guard(async () => {
      const hash = session.now?.hash ?? '';
      const answer = await call('/api/readings/accept', { method: 'POST', body: asked, headers: { 'if-match': `"${hash}"` } });
      await this.#saved((await answer.json()) as SavedDoc);
    });
  }
  undo = () => this.#guard(async () => this.#saved(await post<SavedDoc>('/api/undo', {})));
  redo = () => this.#guard(async () => this.#saved(await post<SavedDoc>('/api/redo', {})));

  async #saved(doc: SavedDoc): Promise<void> {
    // The case first, then whether it is sound: so no view disappears in between.
    record.forget();
    await book.load();
    session.take(doc.session);
    this.check.value = doc.check;
    this.list = (await get<{ files: { path: string; hash: string; editable: boolean }[] }>('/api/files')).files;
    await this.open(this.path);
    await this.#after();
  }
  async #after(): Promise<void> {
    this.changes = (await get<{ changes: Change[] }>('/api/changes')).changes;
  }
  async #guard(work: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    try {
      await work();
      this.error = null;
      return true;
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError(0, 'page', String(cause), [], null);
      const body = error.body as Partial<Conflict> | null;
      if (error.status === 409 && body?.theirs !== undefined) this.conflict = body as Conflict;
      else this.error = error;
      if (error.status === 409) await session.load();
      return false;
    } finally {
      this.busy = false;
    }
  }
}

export const files = new Files();
