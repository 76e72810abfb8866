/** A share of draws in whole percent; never 0 or 100 unless it is. */
export function share(of: number): string {
  const rounded = Math.round(of * 100);
  if (rounded === 100 && of < 1) return '99';
  if (rounded === 0 && of > 0) return '1';
  return `${rounded}`;
}
