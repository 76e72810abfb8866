import type { Draft } from './draft.ts';

/** Which issue settles each unit in question: by id of the unit, the id of the issue. */
export type Parts = Readonly<Record<string, string>>;

/**
 * A draft in the issues of another resolution of the same territory: each issue there takes what all its units have here. Where its units
 * differ, or are open, it stays open; what is no territory stays as it is.
 */
export function redrawn(draft: Draft, from: Parts, to: Parts): Draft {
  const here = new Set(Object.values(from));
  const rest = Object.fromEntries(Object.entries(draft).filter(([issue]) => !here.has(issue)));
  const units: Record<string, string[]> = {};
  for (const [unit, issue] of Object.entries(to)) (units[issue] ??= []).push(unit);
  for (const [issue, of] of Object.entries(units)) {
    const held = of.map((unit) => draft[from[unit] ?? ''] ?? []);
    const [first] = held;
    if (first && first.length > 0 && held.every((h) => h.join('\n') === first.join('\n'))) rest[issue] = [...first];
  }
  return rest;
}

/** Units of the same parts as these: what hangs together is chosen together. */
export function hanging(parts: Parts, units: ReadonlySet<string>): Set<string> {
  const issues = new Set([...units].map((u) => parts[u]).filter((i) => i !== undefined));
  return new Set(Object.keys(parts).filter((u) => issues.has(parts[u] ?? '')));
}
