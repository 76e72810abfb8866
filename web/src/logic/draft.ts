/** A draft: what stands for each issue. No entry: open. Several choices: still [bracketed]. */
export type Draft = Readonly<Record<string, readonly string[]>>;

export function chosen(draft: Draft, issue: string): string | null {
  const held = draft[issue];
  return held?.length === 1 ? (held[0] ?? null) : null;
}

export function bracketed(draft: Draft, issue: string): readonly string[] {
  const held = draft[issue] ?? [];
  return held.length > 1 ? held : [];
}

/** One choice for an issue; choosing what already stands leaves the issue open again. */
export function choose(draft: Draft, issue: string, choice: string): Draft {
  return chosen(draft, issue) === choice ? leaveOpen(draft, issue) : { ...draft, [issue]: [choice] };
}

/** Puts a choice into an issue's brackets or takes it out. */
export function bracket(draft: Draft, issue: string, choice: string): Draft {
  const held = draft[issue] ?? [];
  const next = held.includes(choice) ? held.filter((c) => c !== choice) : [...held, choice];
  return next.length === 0 ? leaveOpen(draft, issue) : { ...draft, [issue]: next };
}

export function leaveOpen(draft: Draft, issue: string): Draft {
  const { [issue]: _gone, ...rest } = draft;
  return rest;
}

/** A draft as a question takes it: what is settled, and what each bracketed issue is held to. */
export function asked(draft: Draft): { draft: Record<string, string>; open: Record<string, string[]> } {
  const settled: Record<string, string> = {};
  const open: Record<string, string[]> = {};
  for (const [issue, held] of Object.entries(draft)) {
    if (held.length === 1) settled[issue] = held[0] as string;
    else if (held.length > 1) open[issue] = [...held];
  }
  return { draft: settled, open };
}

/** A whole package as a draft. */
export function fromPackage(pack: Readonly<Record<string, string>>): Draft {
  return Object.fromEntries(Object.entries(pack).map(([issue, choice]) => [issue, [choice]]));
}

/** The package of a draft whose every issue has one choice; `null` while an issue is open or in brackets. */
export function toPackage(draft: Draft, issues: readonly string[]): Record<string, string> | null {
  const pack: Record<string, string> = {};
  for (const issue of issues) {
    const choice = chosen(draft, issue);
    if (choice === null) return null;
    pack[issue] = choice;
  }
  return pack;
}

export function same(a: Draft, b: Draft): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((k) => (a[k] ?? []).join('\n') === (b[k] ?? []).join('\n'));
}

/** Issues on which two drafts differ, in the order given. */
export function differing(a: Draft, b: Draft, issues: readonly string[]): string[] {
  return issues.filter((i) => (a[i] ?? []).join('\n') !== (b[i] ?? []).join('\n'));
}
