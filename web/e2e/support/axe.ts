import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Bench } from './bench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** What axe finds serious or critical on the page as it stands. */
export async function serious(bench: Bench): Promise<string[]> {
  await bench.page.evaluate(axe);
  const found = await bench.page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: (options: unknown) => Promise<{ violations: Finding[] }> } }).axe.run;
    return (await run({ resultTypes: ['violations'] })).violations;
  });
  return found.filter((f) => f.impact === 'serious' || f.impact === 'critical').map((f) => `${f.id}: ${f.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
}

/** By how many pixels something stands outside the window. */
export function over(bench: Bench): Promise<number> {
  return bench.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
