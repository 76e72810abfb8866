import type { WhatIf } from '../api/wire.ts';

/** Whether two suppositions are about the same number. */
export function sameWhatIf(a: WhatIf, b: WhatIf): boolean {
  return a.set === b.set && a.party === b.party && a.of === b.of && a.issue === b.issue && a.choice === b.choice;
}

/** What is supposed of the same number. */
export function heldIn(all: readonly WhatIf[], like: WhatIf): WhatIf | undefined {
  return all.find((one) => sameWhatIf(one, like));
}

export function withWhatIf(all: readonly WhatIf[], one: WhatIf): WhatIf[] {
  return [...withoutWhatIf(all, one), one];
}

export function withoutWhatIf(all: readonly WhatIf[], one: WhatIf): WhatIf[] {
  return all.filter((w) => !sameWhatIf(w, one));
}
