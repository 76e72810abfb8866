import { createContext } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { WhatIf } from '../api/wire.ts';
import { heldIn } from '../logic/what_if.ts';
import { bench } from './bench.svelte.ts';
import { behind } from './rest.ts';

/**
 * The numbers moved, as sliders show them. Sliders outside the window follow a hand elsewhere once it rests: in the time to lay them
 * out and paint them an answer comes.
 */
export class Supposed {
  #inWindow = $state(true);
  #rested = $state.raw(bench.whatIf);
  readonly #shown = $derived(this.#inWindow ? bench.whatIf : this.#rested);

  /** Follows the hand as long as the component is there that makes it. */
  constructor() {
    $effect(() => {
      const now = bench.whatIf;
      return behind(() => (this.#rested = now));
    });
  }

  held(like: WhatIf): WhatIf | undefined {
    return heldIn(this.#shown, like);
  }

  /** What holds the sliders. */
  readonly within: Attachment<HTMLElement> = (node) => {
    const watch = new IntersectionObserver((seen) => (this.#inWindow = seen.at(-1)?.isIntersecting ?? true));
    watch.observe(node);
    return () => watch.disconnect();
  };
}

export const [supposed, setSupposed] = createContext<Supposed>();
