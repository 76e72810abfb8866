import type { EstimateHead, Package } from './wire.ts';

/** Documents of the smaller questions. */
export interface LimitEffects {
  id: string;
  party: string;
  in_force: boolean;
  effects: string[];
}
export interface CompareDoc {
  packages: Package[];
  differ_on: string[];
  stated: { in_zone: boolean[]; broken_rules: string[][]; limits: LimitEffects[] };
  answers: (EstimateHead & {
    in_zone: boolean[];
    limits: LimitEffects[];
    parties: Record<string, { points: number; standing: string; consent_needed: boolean }[]>;
    issues: Record<string, Record<string, number[]>>;
    linkages: Record<string, number[]>;
  })[];
}
export interface GivesDoc {
  open: Record<string, string[]>;
  answers: (EstimateHead & { open: Record<string, string[]>; at_stake: Record<string, Record<string, number>>; linkages: Record<string, number[]> })[];
}
export interface StepDoc {
  title: string;
  status: string;
  admission: string;
  blocked_by: string[];
  holds_up: string[];
  participants: string[];
  not_taking_part: string[];
  on: string | null;
  evidence: string[];
}
export interface Happening {
  kind: string;
  id: string;
  text: string;
  on?: string | null;
}
export interface ProcessDoc {
  as_of: string | null;
  steps: Record<string, StepDoc>;
  admissible: string[];
  timeline: Happening[];
  undated: Happening[];
}
export interface OfferDoc {
  title: string | null;
  by: string[];
  to: string[];
  date: string | null;
  status: string;
  settled: Record<string, string>;
  bracketed: Record<string, string[]>;
  only_if: string | null;
  supersedes: string | null;
  differs_on: string[];
  replaced_by: string[];
  evidence: string[];
}
export interface OffersDoc {
  drafts: Record<string, OfferDoc>;
}
export interface ImproveDoc {
  in_zone: boolean;
  answers: (EstimateHead & {
    improvable: boolean;
    complete: boolean;
    parties: Record<string, { points: number }>;
    efficient: { package: Package; parties: Record<string, { points: number }> }[];
  })[];
}
export interface BestForDoc {
  answers: (EstimateHead & { best_for: { party: string; proved: boolean; complete: boolean; answers: { package: Package; parties: Record<string, { points: number }> }[] } | null })[];
}
