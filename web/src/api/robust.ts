import type { EstimateHead, Package } from './wire.ts';

/** A share of draws with its 95% interval: how the answer hangs on what is not known, never a likelihood. */
export interface ShareDoc {
  hits: number;
  share: number;
  low: number;
  high: number;
}
export interface Evppi {
  evppi: number;
  low: number;
  high: number;
}
export interface RobustAnswer extends EstimateHead {
  zone: ShareDoc;
  no_zone: ShareDoc;
  choices: Record<string, Record<string, { with: ShareDoc; without: ShareDoc; always: ShareDoc }>>;
  candidates: { package: Package; accepted_by_all: ShareDoc }[];
  candidates_left_out: number;
  find_out: { inputs: Record<string, { deal: Evppi | null; package: Evppi | null }> } | null;
}
export interface RobustDoc {
  draws: number;
  seed: number;
  answers: RobustAnswer[];
}
