/** What the record holds, as `/api/ledger` tells it. */
export interface StatementDoc {
  source: string | null;
  speaker: string;
  party: string | null;
  named: boolean;
  via: string;
  chain: string[];
  said_on: string | null;
  precision: string | null;
  exact: string | null;
  prefix: string | null;
  suffix: string | null;
  paraphrase: string | null;
  credibility: number | null;
}
export interface SourceDoc {
  kind: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  reliability: string | null;
  text_held: boolean;
  note: string | null;
}
export interface PositionDoc {
  party: string | null;
  issue: string | null;
  kind: string;
  text: string;
  accepts: string[];
  rejects: string[];
  prefers: string[];
  condition: string | null;
  firmness: string | null;
  firmness_by: string | null;
  since: string | null;
  until: string | null;
  evidence: string[];
  counter_evidence: string[];
  confidence: string | null;
}
export interface ChangeDoc {
  party: string | null;
  issue: string | null;
  basis: string;
  earlier: string[];
  earlier_in_words: string | null;
  later: string[];
  on: string | null;
}
export interface LedgerDoc {
  as_of: string | null;
  voices: Record<string, { own_words: number; words_quoted: number; reported: number }>;
  matrix: Record<string, Record<string, string[]>>;
  unspecified: string[];
  assessments: string[];
  positions: Record<string, PositionDoc>;
  sources: Record<string, SourceDoc>;
  statements: Record<string, StatementDoc>;
  changes: ChangeDoc[];
  common_ground: Record<string, { kind: string; choices: Record<string, unknown> }>;
  contradictions: { party: string; issue: string; positions: string[] }[];
}
