import { onDestroy } from 'svelte';

/** What was left in forms nobody looks at, by form. */
const left = new Map<string, unknown>();

/** Keeps what lies in a form over a look elsewhere: it takes back what was left, and leaves what it holds when it goes. */
export function keeps<T>(form: string, holds: () => T, takes: (held: T) => void): void {
  if (left.has(form)) takes(left.get(form) as T);
  onDestroy(() => left.set(form, $state.snapshot(holds())));
}
