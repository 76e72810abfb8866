import { Answer } from '../api/answer.svelte.ts';
import { get } from '../api/client.ts';
import type { LedgerDoc, SourceDoc, StatementDoc } from '../api/ledger.ts';

/** The record: sources, statements, positions. Loaded when first needed, again after an edit. */
class Record_ {
  answer = new Answer<LedgerDoc>();

  get now(): LedgerDoc | null {
    return this.answer.value;
  }
  async load(): Promise<void> {
    if (this.answer.value === null) await this.answer.ask((signal) => get<LedgerDoc>('/api/ledger', signal));
  }
  /** Asks again, where it was asked for; what was said stays meanwhile. */
  async renew(): Promise<void> {
    if (this.answer.value !== null) await this.answer.ask((signal) => get<LedgerDoc>('/api/ledger', signal));
  }
  forget(): void {
    this.answer.drop();
  }
  statement(id: string): StatementDoc | undefined {
    return this.now?.statements[id];
  }
  source(id: string): SourceDoc | undefined {
    return this.now?.sources[id];
  }
}

export const record = new Record_();
