/** Numbers of the questions of one kind, so that the server can let go of an older one when a newer comes. */
const page = crypto.randomUUID();
const numbers = new Map<string, number>();

export function stream(kind: string): { key: string; number: number } {
  const number = (numbers.get(kind) ?? 0) + 1;
  numbers.set(kind, number);
  return { key: `${kind}-${page}`, number };
}
