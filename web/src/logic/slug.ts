/** An id made of words: small letters, digits and hyphens; another script gives a plain one. Never one that is taken. */
export function slug(text: string, taken: ReadonlySet<string>, plain = 'item'): string {
  const base = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '') || plain;
  const start = /^[a-z]/.test(base) ? base : `${plain}-${base}`;
  if (!taken.has(start)) return start;
  let n = 2;
  while (taken.has(`${start}-${n}`)) n++;
  return `${start}-${n}`;
}

/** The next id of a numbered series: st-01, st-02, … */
export function numbered(prefix: string, taken: Iterable<string>): string {
  let last = 0;
  for (const id of taken) {
    const match = new RegExp(`^${prefix}-(\\d+)$`).exec(id);
    if (match?.[1]) last = Math.max(last, Number(match[1]));
  }
  return `${prefix}-${String(last + 1).padStart(2, '0')}`;
}
