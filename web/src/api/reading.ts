/** A document read, as `/api/readings/document` tells it, and what a person accepts of it. */
export type Stance = 'support' | 'oppose' | 'offer' | 'demand' | 'rule_out' | 'condition' | 'report';
export const STANCES: readonly Stance[] = ['support', 'oppose', 'offer', 'demand', 'rule_out', 'condition', 'report'];
export const VIAS = ['direct', 'reported', 'author', 'headline', 'document', 'unnamed-official'] as const;
export const SOURCE_KINDS = ['newspaper-report', 'document', 'speech', 'book', 'article', 'dataset', 'other'] as const;

export interface ProposalDoc {
  exact: string;
  /** In Unicode characters of the text, as is `end`. */
  start: number;
  end: number;
  speaker: string;
  party: string | null;
  via: string;
  chain: string[];
  issue: string | null;
  stance: Stance;
  negated: boolean;
  condition: string | null;
  date: string | null;
  confidence: number;
  why: string;
}
export interface DocumentDoc {
  kind: string;
  title: string | null;
  text: string;
  proposals: ProposalDoc[];
}
export interface ReadAs {
  party: string | null;
  issue: string | null;
  stance: Stance;
  negated: boolean;
  condition: string | null;
}
/** A statement as a person wants it written. */
export interface ChangedStatement {
  speaker: string;
  party: string | null;
  via: string;
  chain: string[];
  said_on: string | null;
  read_as: ReadAs[];
}
export interface AcceptedDoc {
  start: number;
  end: number;
  speaker: string | null;
  paraphrase: string | null;
  changed: ChangedStatement | null;
}
