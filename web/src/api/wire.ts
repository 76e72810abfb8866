import type { StatementDoc } from './ledger.ts';

/** The documents the page reads, by the names the page uses. Shapes of the server's wire format; see openapi.json. */
export interface SessionDoc {
  case_open: boolean;
  sound: boolean;
  folder: string | null;
  id: string | null;
  title: string | null;
  as_of: string | null;
  hash: string | null;
  revision: number;
  errors: number;
  warnings: number;
  estimates: string[];
  has_territory: boolean;
  has_fund: boolean;
  can_undo: boolean;
  can_redo: boolean;
}

export interface PartyDoc {
  name: string;
  kind: string | null;
  roles: string[];
  consent: string;
  consent_because: string | null;
  note: string | null;
  rank: number;
}
export interface ChoiceDoc {
  id: string;
  title: string;
  amount: string | number | null;
}
export interface IssueDoc {
  title: string;
  arrangement: string;
  unit: string | null;
  owner: string | null;
  note: string | null;
  lens: string | null;
  choices: ChoiceDoc[];
}
export interface LimitDoc {
  party: string;
  kind?: string;
  text: string;
  words?: string | null;
  firmness: string;
  firmness_by?: string | null;
  binds: boolean;
  can_lift?: string | null;
  can_lift_because?: string | null;
  evidence?: string[];
  counter_evidence?: string[];
  issues?: string[];
  note?: string | null;
  place?: { file: string; line: number } | null;
}
export interface Span {
  low: number;
  centre: number;
  high: number;
  because?: string | null;
}
export interface EstimatesDoc {
  author: string;
  note: string | null;
  comparable: boolean;
  hash: string;
  limits: Record<string, LimitDoc>;
  parties: Record<
    string,
    {
      bottom_line: Span | null;
      weights: Record<string, Span>;
      values: Record<string, Record<string, Span>>;
      /** Values along a range, by issue: corners, with straight lines between them. */
      curves: Record<string, ({ at: number } & Omit<Span, 'because'>)[]>;
    }
  >;
}
export interface SavedDraft {
  title: string | null;
  by: string[];
  date: string | null;
  status: string | null;
  settles: Record<string, string>;
  brackets: Record<string, string[]>;
}
export interface CaseDoc {
  id: string | null;
  title: string;
  as_of: string | null;
  as_of_by: string | null;
  note: string | null;
  hash: string;
  packages: string | null;
  parties: Record<string, PartyDoc>;
  people: Record<string, { name: string; role: string | null; party: string | null }>;
  issues: Record<string, IssueDoc>;
  lenses: Record<string, { title: string; issues: string[]; units: Record<string, string> }>;
  rules: Record<string, { text: string; words?: string | null; basis: string | null }>;
  limits: Record<string, LimitDoc>;
  drafts: Record<string, SavedDraft>;
  estimates: Record<string, EstimatesDoc>;
}

export type Package = Record<string, string>;
export interface WhatIf {
  set: string;
  party: string;
  of: 'bottom_line' | 'weight' | 'value';
  issue?: string;
  choice?: string;
  low: number;
  centre: number;
  high: number;
}
export interface AskBody {
  draft: Record<string, string>;
  open?: Record<string, string[]>;
  units?: boolean;
  estimates: string[];
  limits: Record<string, boolean>;
  all_limits?: boolean;
  consent?: Record<string, string>;
  what_if?: WhatIf[];
  stream?: { key: string; number: number };
  [extra: string]: unknown;
}

export type StateName = 'possible' | 'only-with-others' | 'possible-with-some' | 'excluded' | 'not-decided';
/** A number known between two ends. */
export interface Counted {
  least: string;
  most: string;
  status: string;
}
export interface ChoiceState {
  /** One of `StateName`. */
  state: string;
  excluded_by: string[] | null;
  packages?: string | Counted;
  count_status?: string;
}
export type ChoiceStates = Record<string, Record<string, ChoiceState>>;
export interface Objection {
  limit: string;
  party: string;
  status: string;
  binds: boolean;
  asked: boolean | null;
}
export interface PartyStanding {
  standing: string | null;
  points: number | null;
  bottom_line: number[] | null;
  reach?: number[] | null;
  reach_proved?: boolean | null;
  consent_needed: boolean | null;
  gain?: number | null;
}
export interface LiveAnswer {
  /** `null`: not decided in the time allowed. */
  open: boolean | null;
  choices: ChoiceStates;
  objections: Objection[];
}
export interface EstimateHead {
  estimates: string;
  author: string;
  hash: string;
  comparable: boolean;
}
export interface DraftDoc {
  stated: LiveAnswer;
  answers: (EstimateHead & LiveAnswer & { parties: Record<string, PartyStanding> })[];
  dropped?: string[];
}
export interface RemainingDoc {
  stated: ChoiceStates;
  answers: (EstimateHead & { choices?: ChoiceStates; remaining?: ChoiceStates })[];
}

export interface ZoneDoc {
  feasible: boolean;
  count: string | Counted | null;
  count_status: string;
  proved: boolean;
}
export interface Point {
  points: number;
  gain: number | null;
  gain_range: number[] | null;
  standing: string;
  consent_needed: boolean;
}
export interface PrincipleDoc {
  in_words: string;
  compares_parties: boolean;
  proved: boolean;
  bound: number | null;
  reached?: number | null;
  answers: { package: Package; packages: string | null; gaining: string[]; parties: Record<string, Point> }[];
}
/** Why there are no more examples. */
export type ExamplesEnd = 'as-wanted' | 'no-other' | 'only-personal-offers' | 'out-of-reach';
export interface ExampleDoc {
  package: Package;
  would_object: { party: string; limit: string }[];
  parties: Record<string, Point> | null;
}
export interface StatedDoc {
  zone: ZoneDoc;
  limits: { id: string; party: string; in_force: boolean; excludes_packages: string | Counted | null; excludes_choices: [string, string][] }[];
  examples: ExampleDoc[];
  examples_end: ExamplesEnd;
}
export interface DealsAnswer extends EstimateHead {
  verdict: string;
  zone: Record<string, ZoneDoc>;
  principals: string[];
  parties: Record<string, { bottom_line: number[] | null; attainable: number[] | null; no_stake_stated: boolean }>;
  principles: Record<string, PrincipleDoc | null>;
  examples: ExampleDoc[];
}
export interface OverviewDoc {
  show: { unclear: string[] };
  last_statements: string[];
  statements: Record<string, StatementDoc>;
  voices: Record<string, { own_words: number; words_quoted: number; reported: number }>;
  deals: { stated: StatedDoc; answers: DealsAnswer[] };
}

export interface Member {
  kind: string;
  party: string | null;
  place: { file: string; line: number } | null;
  text: string;
  firmness: string | null;
  source: string[];
  because: string | null;
  opens_alone: boolean;
}
export interface WhyPart {
  open: boolean;
  complete: boolean;
  members: Record<string, Member>;
  conflicts: { members: string[]; rules: string[] }[];
  relaxations: {
    drop: string[];
    reopens: { count: string | null; count_status: string; range: string[] | null } | null;
    amounts: { least?: Record<string, number>[]; complete?: boolean } | null;
  }[];
}
export interface WhyDoc {
  stated: WhyPart;
  answers: (EstimateHead & WhyPart & { open_at: Record<string, boolean> })[];
}

export interface PicturePoint {
  at: number[];
  package: Package;
  parties: Record<string, number>;
}
export interface PictureAnswer extends DealsAnswer {
  pair: string[];
  points: PicturePoint[];
  frontier: { status: string; complete: boolean; epsilon: unknown; size: number } | null;
}
export interface ExamplesDoc {
  stated: ExampleDoc[];
  stated_end: ExamplesEnd;
  answers: (EstimateHead & { examples: ExampleDoc[]; examples_end: ExamplesEnd })[];
}
export interface PictureDoc {
  answers: PictureAnswer[];
}
