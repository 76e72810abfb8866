import { bracketed, chosen, type Draft } from './draft.ts';

/** A sheet the server can make, and what it can be told. */
export interface SheetKind {
  id: string;
  title: string;
  says: string;
  takes: string[];
  formats: string[];
}

/** A package as a sheet names it. */
export interface SheetPackage {
  draft?: string;
  title?: string;
  settles?: Record<string, string>;
  brackets?: Record<string, string[]>;
}

/** How many packages a sheet can be about. */
export function mostPackages(kind: SheetKind): 0 | 1 | 2 {
  if (kind.takes.includes('packages')) return 2;
  return kind.takes.includes('package') ? 1 : 0;
}

/** A draft on the wire: by its id where it is on record, else what it settles and what stands in brackets. */
export function asPackage(named: { name: string; draft: Draft; id?: string }): SheetPackage {
  if (named.id !== undefined) return { draft: named.id };
  const settles: Record<string, string> = {};
  const brackets: Record<string, string[]> = {};
  for (const issue of Object.keys(named.draft)) {
    const one = chosen(named.draft, issue);
    if (one !== null) settles[issue] = one;
    else brackets[issue] = [...bracketed(named.draft, issue)];
  }
  return { title: named.name, settles, brackets };
}
