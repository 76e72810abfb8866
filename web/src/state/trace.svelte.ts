/** What the reader points at; its traces light up everywhere else. */
export interface Traced {
  kind: 'issue' | 'party' | 'limit' | 'statement' | 'unit' | 'package';
  id: string;
}

class Trace {
  now = $state.raw<Traced | null>(null);

  on(kind: Traced['kind'], id: string): void {
    this.now = { kind, id };
  }
  off(): void {
    this.now = null;
  }
  is(kind: Traced['kind'], id: string): boolean {
    return this.now?.kind === kind && this.now.id === id;
  }
}

export const trace = new Trace();
