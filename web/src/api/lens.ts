import type { Feature } from 'geojson';
import type { Package } from './wire.ts';

/** Territory and fund, as the server tells them. */
export interface UnitDoc {
  id: string;
  name: string;
  km2: number | null;
  people: number | null;
  control: { party: string; percent: number | null; km2: number | null; source: string | null }[];
  in_question: boolean | null;
  in_question_km2: number | null;
  statuses: (string | null)[];
}
export interface StatusSum {
  in_question: boolean;
  status: string | null;
  title: string | null;
  units: number;
  km2: number;
  without_km2: number;
  people: number;
  without_people: number;
}
export interface MapDoc {
  control_on: string | null;
  after_as_of: boolean;
  units: UnitDoc[];
  all: { units: number; km2: number; people: number; without_people: number; without_km2: number };
  control: { party: string; units: number; km2: number; percent: number | null }[];
  packages: { title: string; statuses: StatusSum[]; line_km: number | null; line_unknown: number | null }[];
  sources: { id: string; words: string }[];
  /** The issue that settles each unit in question. */
  parts: Record<string, string>;
  shapes: { features: Feature[] } | null;
}
export interface Worth {
  all: string;
  of_fund: string;
}
export interface FundDoc {
  title: string;
  currency: string;
  base_year: number;
  discount_percent: number | string | null;
  packages: {
    package: Package;
    assumed: string[];
    exists: boolean;
    share_percent: number | null;
    years: { year: number; sales: string; contributed: string; distributed: string; held: string; net: Record<string, string> }[];
    parties: Record<string, { sum: string; sum_of_fund: string; paid_in: string; distributed: string; worth: Worth | null; payback: string; payback_year: number | null }>;
  }[];
  figures: { of: string; id: string | null; standing: string; because: string | null }[];
}
