import type { UnitDoc } from '../api/lens.ts';

/** What becomes of how much: units, area and people by status. Of a unit in question only in part, the people in that part are not known. */
export interface Sum {
  status: string;
  units: number;
  km2: number;
  withoutKm2: number;
  people: number;
  withoutPeople: number;
}

export function sums(units: readonly UnitDoc[]): Sum[] {
  const found = new Map<string, Sum>();
  for (const unit of units) {
    const status = unit.statuses[0];
    if (status === null || status === undefined) continue;
    const sum = found.get(status) ?? { status, units: 0, km2: 0, withoutKm2: 0, people: 0, withoutPeople: 0 };
    const km2 = unit.in_question_km2 ?? unit.km2;
    const part = unit.in_question_km2 !== null && unit.in_question_km2 !== unit.km2;
    const people = part ? null : unit.people;
    found.set(status, {
      status,
      units: sum.units + 1,
      km2: added(sum.km2, km2 ?? 0),
      withoutKm2: sum.withoutKm2 + (km2 === null ? 1 : 0),
      people: sum.people + (people ?? 0),
      withoutPeople: sum.withoutPeople + (people === null ? 1 : 0),
    });
  }
  return [...found.values()].sort((a, b) => (a.status < b.status ? -1 : 1));
}

/** A sum of numbers with few decimals, without what binary fractions add to it. */
export const added = (a: number, b: number): number => Math.round((a + b) * 1e6) / 1e6;
