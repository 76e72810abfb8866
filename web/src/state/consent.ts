import { words } from '../words/index.ts';
import { book } from './book.svelte.ts';

/** When a party's consent is needed, in words. */
export function consentWords(party: string): string {
  const consent = book.now?.parties[party]?.consent ?? 'always';
  if (consent === 'always') return words.draft.consentAlways;
  if (consent === 'never') return words.draft.consentNever;
  return words.draft.consentIf(book.phrase(consent.replace(/^only if /, '')));
}
