import { book } from './book.svelte.ts';

/** Packages in a case beyond which a first answer says what is reached and bounded, instead of everything. */
const MANY = 1e12;

/** Whether the case has more packages than that, rules aside. */
export function isLarge(): boolean {
  return MANY < Object.values(book.now?.issues ?? {}).reduce((n, issue) => n * issue.choices.length, 1);
}
