import { Answer } from '../api/answer.svelte.ts';
import { get, post } from '../api/client.ts';
import type { SessionDoc } from '../api/wire.ts';

/** Which case folder is open, and in which revision. */
class Session {
  #answer = new Answer<SessionDoc>();

  get now(): SessionDoc | null {
    return this.#answer.value;
  }
  get error() {
    return this.#answer.error;
  }
  get waiting(): boolean {
    return this.#answer.waiting;
  }

  load(): Promise<SessionDoc | null> {
    return this.#answer.ask((signal) => get<SessionDoc>('/api/session', signal));
  }
  open(folder: string): Promise<SessionDoc | null> {
    return this.#answer.ask((signal) => post<SessionDoc>('/api/open', { folder }, signal));
  }
  create(folder: string, title: string): Promise<SessionDoc | null> {
    return this.#answer.ask((signal) => post<SessionDoc>('/api/new', { folder, title, example: false }, signal));
  }
  /** What an edit brought back. */
  take(session: SessionDoc): void {
    this.#answer.value = session;
  }
}

export const session = new Session();
