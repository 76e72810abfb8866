/** A file's text under the hand, beside what is on disk as far as the page knows. */
export interface Held {
  readonly text: string;
  readonly stored: string;
  /** Of what is on disk; empty where there is no such file. */
  readonly hash: string;
}
/** A file as it is on disk; without text or hash where there is none. */
export interface OnDisk {
  readonly text: string;
  readonly hash: string;
}

export const NOWHERE: OnDisk = { text: '', hash: '' };

export const isUnsaved = (held: Held): boolean => held.text !== held.stored;

/** What is under the hand, over what is on disk now; `null` where both changed apart, and a person has to choose. */
export function over(held: Held | undefined, disk: OnDisk): Held | null {
  const asOnDisk = { text: disk.text, stored: disk.text, hash: disk.hash };
  if (held === undefined || !isUnsaved(held) || held.text === disk.text) return asOnDisk;
  return disk.hash === held.hash || disk.text === held.stored ? { ...asOnDisk, text: held.text } : null;
}
