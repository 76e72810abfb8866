import { onDestroy } from 'svelte';

/** What a view asks, and nobody waits for once the view is gone. */
export function owned<T extends { stop(): void }>(asking: T): T {
  onDestroy(() => asking.stop());
  return asking;
}
