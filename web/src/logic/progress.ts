/** How far long work is, as the server tells it. */
export interface Progress {
  steps: number;
  /** Parts done, and of how many, where the work comes in parts. */
  parts: number;
  of: number | null;
  elapsed_ms: number;
}

/** About how many seconds more, from what the parts so far took; `null` while that cannot be told. */
export function secondsLeft({ parts, of, elapsed_ms }: Progress): number | null {
  if (of === null || parts === 0) return null;
  return Math.ceil((elapsed_ms / 1000) * ((of - parts) / parts));
}
