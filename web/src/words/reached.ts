/** One decimal below ten, none above; what was reached is not rounded up. */
function about(n: number): string {
  return (n < 10 ? Math.floor(n * 10 + 1e-9) / 10 : Math.floor(n + 1e-9)).toLocaleString('en', { maximumFractionDigits: 1 });
}
/** Never less than the number: what no package exceeds is not rounded down. */
function atMost(n: number): string {
  return (n < 10 ? Math.ceil(n * 10 - 1e-9) / 10 : Math.ceil(n - 1e-9)).toLocaleString('en', { maximumFractionDigits: 1 });
}

/** What was reached under a principle, and what no package exceeds; each principle in its own terms. */
export function reachedWords(id: string, reached: number | null, bound: number | null): string {
  const so = 'Reached so far, not proved.';
  if (bound === null) return so;
  switch (id) {
    case 'nash':
      return reached === null || reached <= 0 ? so : `${so} No package has a product of gains more than ${atMost(bound / reached)} times as large.`;
    case 'kalai-smorodinsky':
      return 1 <= bound ? so : `${so} No package gives everyone compared more than ${(Math.ceil(bound * 100 - 1e-9) / 100).toLocaleString('en')} of what each could hope for.`;
    case 'utilitarian':
      return reached === null ? `${so} No package has a total of more than ${atMost(bound)} points.` : `${so} The total here is ${about(reached)} points; no package has more than ${atMost(bound)}.`;
    default:
      return reached === null ? `${so} In no package whoever gains least gains more than ${atMost(bound)} points.` : `${so} Whoever gains least gains ${about(reached)} points here; in no package more than ${atMost(bound)}.`;
  }
}
