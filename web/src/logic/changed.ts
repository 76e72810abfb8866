/** One step of an edit, as the server takes it. */
export interface Edit {
  do: 'set' | 'remove' | 'append';
  file: string;
  at: (string | { id: string })[];
  value?: unknown;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A list of evidence whose first entry is the one a form shows: another takes its place, the rest stay. */
export function withFirst(all: readonly string[], first: string): string[] {
  if (first === (all[0] ?? '')) return [...all];
  return [...(first ? [first] : []), ...all.slice(1).filter((id) => id !== first)];
}

/** The edits that make `after` of `before`, key by key: what is the same is not touched, so that its layout and comments stay. */
export function changed(file: string, at: Edit['at'], before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Edit[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): Edit[] => {
    const [was, is] = [before[key], after[key]];
    if (isNothing(was) && isNothing(is)) return [];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const place = [...at, key];
    return [isNothing(is) ? { do: 'remove', file, at: place } : { do: 'set', file, at: place, value: is }];
  });
}
