/** How long after an answer what costs more is asked for, unless a newer question comes. */
export const REST = 60;
/** How long what nobody sees waits at most for what is seen. */
const LONGEST = 600;

/** Questions under way whose answer is under the reader's eyes, and what waits for them. */
let seen = 0;
const waiting = new Set<() => void>();

/** A question whose answer is under the reader's eyes: what nobody sees waits until it is painted. */
export async function underTheEyes<T>(question: Promise<T>): Promise<T> {
  seen++;
  try {
    return await question;
  } finally {
    seen--;
    if (seen === 0 && waiting.size > 0) requestAnimationFrame(() => setTimeout(next));
  }
}
function next(): void {
  if (seen === 0) for (const begin of [...waiting]) begin();
}

/** Begins something nobody sees once the hand rests and nothing that is seen is being asked; returns what ends the wait. */
export function behind(begin: () => void): () => void {
  const end = () => {
    clearTimeout(timer);
    waiting.delete(go);
  };
  const go = () => {
    end();
    begin();
  };
  let timer = setTimeout(() => {
    if (seen === 0) return go();
    waiting.add(go);
    timer = setTimeout(go, LONGEST);
  }, REST);
  return end;
}

/** Until the hand rests. */
export const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST));
