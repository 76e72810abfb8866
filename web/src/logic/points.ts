/** Points are shown whole. A value that is not whole is rounded half to even; an exact half never pretends to lean. */
export function whole(points: number): string {
  const floor = Math.floor(points);
  const rest = points - floor;
  const n = rest < 0.5 ? floor : rest > 0.5 ? floor + 1 : floor % 2 === 0 ? floor : floor + 1;
  return `${n === 0 ? 0 : n}`.replace('-', '−');
}

export function range(low: number, high: number): string {
  const a = whole(low);
  const b = whole(high);
  return a === b ? a : `${a} to ${b}`;
}

/** Thousands apart, as a person reads them. Takes the decimal text a wire document carries. */
export function grouped(digits: string | number): string {
  const [int = '', frac] = String(digits).split('.');
  const sign = int.startsWith('-') ? '−' : '';
  const parts = int.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + parts + (frac && /[1-9]/.test(frac) ? `.${frac}` : '');
}

/** Money in millions or billions, with three figures at most: more would be false. */
export function money(digits: string | number, currency: string): string {
  const n = Number(digits);
  const a = Math.abs(n);
  const [unit, by] = a >= 1e9 ? [' billion', 1e9] : a >= 1e6 ? [' million', 1e6] : ['', 1];
  const shown = (a / by).toPrecision(3);
  const text = Number(shown).toLocaleString('en', { maximumFractionDigits: 2 });
  return `${n < 0 && Number(shown) !== 0 ? '−' : ''}${text}${unit} ${currency}`;
}
