import { Answer } from '../api/answer.svelte.ts';
import { ApiError, call, failureOf, get, post, type Diagnostic } from '../api/client.ts';
import type { AcceptedDoc } from '../api/reading.ts';
import type { SessionDoc } from '../api/wire.ts';
import type { Edit } from '../logic/changed.ts';
import { NOWHERE, type OnDisk } from '../logic/held.ts';
import { words } from '../words/index.ts';
import { book } from './book.svelte.ts';
import { record } from './record.svelte.ts';
import { revision } from './revision.svelte.ts';
import { session } from './session.svelte.ts';
import { texts } from './texts.svelte.ts';

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

const at = (path: string): string => `/api/files/${path.split('/').map(encodeURIComponent).join('/')}`;
const matching = (hash: string): Record<string, string> => ({ 'if-match': `"${hash}"` });

/** The case's files: their list, the one under the eyes, what is wrong with it as it stands, and what was changed here. */
class Files {
  list = $state.raw<{ path: string; hash: string; editable: boolean }[]>([]);
  path = $state('case.toml');
  check = new Answer<CheckDoc>();
  changes = $state.raw<Change[]>([]);
  /** Somebody else's text of the file under the eyes, apart from what is typed. */
  conflict = $state.raw<Conflict | null>(null);
  error = $state.raw<ApiError | null>(null);
  busy = $state(false);
  readonly editable = $derived(this.list.filter((f) => f.editable !== false).map((f) => f.path));
  readonly dirty = $derived(texts.unsaved.includes(this.path));
  #reads = 0;

  get text(): string {
    return texts.of(this.path).text;
  }
  set text(text: string) {
    texts.set(this.path, { text });
  }

  load(): Promise<boolean> {
    return this.#guard(() => this.#anew());
  }
  /** Where texts are looked at, as they are now; what was said of an act stays. */
  async renew(): Promise<void> {
    if (this.list.length > 0) await this.#anew().catch((cause: unknown) => this.#refused(cause));
  }
  open(path: string): Promise<boolean> {
    return this.#guard(() => this.#read(path));
  }
  /** Gives up what is typed in the file under the eyes. */
  revert(): Promise<boolean> {
    texts.set(this.path, { text: texts.of(this.path).stored });
    return this.open(this.path);
  }
  /** Holds the text as it stands against the whole case; writes nothing. */
  async look(): Promise<void> {
    const body = { path: this.path, text: this.text };
    await this.check.ask((signal) => post<CheckDoc>('/api/check-text', body, signal));
  }
  async save(label: string): Promise<void> {
    await this.#guard(async () => {
      const { path, text } = this;
      const answer = await call(at(path), { method: 'PUT', body: { text, label }, headers: matching(texts.of(path).hash) });
      texts.set(path, { stored: text });
      await this.#saved((await answer.json()) as SavedDoc);
    });
  }
  /** Takes the other's text as the new ground; ours stays in the field, to be saved on top or mended. */
  settle(keepMine: boolean): void {
    const c = this.conflict;
    if (!c) return;
    const stored = c.theirs ?? '';
    texts.set(this.path, { stored, hash: c.their_hash, ...(keepMine ? {} : { text: stored }) });
    this.conflict = null;
    void this.look();
  }
  /** Edits from a form: whole or not at all. */
  edit(edits: Edit[], label: string): Promise<boolean> {
    return this.#guard(async () => {
      await this.#free(edits.map((e) => e.file));
      const answer = await call('/api/edit', { method: 'POST', body: { edits, label }, headers: matching(session.now?.hash ?? '') });
      await this.#saved((await answer.json()) as SavedDoc);
    });
  }
  /** Writes what a person accepted of a document; the same change list, the same care for somebody else's change. */
  accept(asked: { text: string; title: string | null; kind: string; coder: string | null; accepted: AcceptedDoc[]; label: string }): Promise<boolean> {
    return this.#guard(async () => {
      await this.#free(['ledger.toml']);
      const answer = await call('/api/readings/accept', { method: 'POST', body: asked, headers: matching(session.now?.hash ?? '') });
      await this.#saved((await answer.json()) as SavedDoc);
    });
  }
  undo = () => this.#turn('/api/undo', this.changes.findLast((c) => !c.undone));
  redo = () => this.#turn('/api/redo', this.changes.find((c) => c.undone));

  #turn(path: string, change: Change | undefined): Promise<boolean> {
    return this.#guard(async () => {
      await this.#free(change?.files ?? []);
      await this.#saved(await post<SavedDoc>(path, {}));
    });
  }
  /** What writes to a file and what is typed in its text would part ways: the text is settled first, in the field. */
  async #free(paths: string[]): Promise<void> {
    const held = texts.unsaved.find((path) => paths.includes(path));
    if (held === undefined) return;
    await this.#read(held);
    throw new ApiError(0, 'unsaved', words.edit.unsaved(held), [], null, words.edit.unsavedWayOut);
  }
  async #saved(doc: SavedDoc): Promise<void> {
    // The case first, then whether it is sound: so no view disappears in between.
    record.forget();
    await book.load();
    session.take(doc.session);
    await this.#listed();
    await this.#read(this.path);
  }
  async #anew(): Promise<void> {
    await this.#listed();
    if (!this.list.some((f) => f.path === this.path) && !this.dirty) this.path = 'case.toml';
    await this.#read(this.path);
  }
  async #listed(): Promise<void> {
    this.list = (await get<{ files: { path: string; hash: string; editable: boolean }[] }>('/api/files')).files;
    this.changes = (await get<{ changes: Change[] }>('/api/changes')).changes;
  }
  /** Reads a file anew and shows it: as it is on disk, or as it is typed over that. */
  async #read(path: string): Promise<void> {
    const mine = ++this.#reads;
    const disk = await this.#onDisk(path);
    if (this.#reads !== mine) return;
    this.path = path;
    const met = texts.meet(path, disk);
    this.conflict = met ? null : { file: path, yours: this.text, theirs: disk.hash ? disk.text : null, their_hash: disk.hash };
    if (this.dirty) await this.look();
    else await this.check.ask((signal) => get<CheckDoc>('/api/check', signal));
  }
  async #onDisk(path: string): Promise<OnDisk> {
    try {
      return await get<FileDoc>(at(path));
    } catch (cause) {
      // A file that is gone takes nothing along of what is typed in it.
      if (cause instanceof ApiError && cause.status === 404 && texts.unsaved.includes(path)) return NOWHERE;
      throw cause;
    }
  }
  /** Where somebody else saved first: both texts of the file it is about, else the case as it stands now and why nothing was written. */
  async #refused(cause: unknown): Promise<void> {
    const error = failureOf(cause);
    this.error = error;
    if (error.code !== 'conflict') return;
    const met = error.body as Conflict;
    this.error = new ApiError(409, 'conflict', words.edit.moved, [], met, met.file === null ? words.edit.movedWayOut : words.edit.movedFile(met.file));
    try {
      await Promise.all([session.load(), book.load(), record.renew(), this.#listed()]);
      if (await this.#both(met)) this.error = null;
    } catch {
      // What cannot be read anew now is read when it is next looked at; why nothing was written is said.
    }
  }
  /** Opens a file with what would have been written in the field, apart from what stands there instead, until a person chooses. */
  async #both(met: Conflict): Promise<boolean> {
    const { file, yours } = met;
    const typed = texts.unsaved.some((path) => path === file);
    if (file === null || yours === null || !(typed || this.editable.includes(file))) return false;
    if (!typed) texts.set(file, { text: yours, stored: '', hash: '' });
    await this.#read(file);
    return true;
  }
  async #guard(work: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    try {
      await revision.own(work);
      this.error = null;
      return true;
    } catch (cause) {
      await revision.own(() => this.#refused(cause));
      return false;
    } finally {
      this.busy = false;
    }
  }
}

export const files = new Files();
