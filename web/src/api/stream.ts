/** Numbers of the questions of one kind, so that the server can let go of an older one when a newer comes. */
const page = crypto.randomUUID();
const numbers = new Map<string, number>();

/** What a question's own answer is followed by: under way for an older question, it would hold up the newer one until the page lets go of it. */
const FOLLOWED_BY: Readonly<Record<string, readonly string[]>> = {
  draft: ['reasons', 'reach', 'job-draft', 'examples', 'job-examples'],
  picture: ['job-picture'],
};

const key = (kind: string) => `${kind}-${page}`;

export function stream(kind: string): { key: string; number: number; ends: string[] } {
  const number = (numbers.get(kind) ?? 0) + 1;
  numbers.set(kind, number);
  return { key: key(kind), number, ends: (FOLLOWED_BY[kind] ?? []).map(key) };
}
