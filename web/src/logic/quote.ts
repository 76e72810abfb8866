/** A quote in its place: some characters before and after it, cut at words. Offsets count characters (code points). */
export function around(text: string, start: number, end: number, reach: number): { before: string; quote: string; after: string } {
  const chars = Array.from(text);
  const from = Math.max(0, start - reach);
  const to = Math.min(chars.length, end + reach);
  let before = chars.slice(from, start).join('');
  let after = chars.slice(end, to).join('');
  if (from > 0) before = `…${before.replace(/^\S*\s/, '')}`;
  if (to < chars.length) after = `${after.replace(/\s\S*$/, '')}…`;
  return { before, quote: chars.slice(start, end).join(''), after };
}
