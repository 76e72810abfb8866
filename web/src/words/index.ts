import { bench } from './bench.ts';
import { edit } from './edit.ts';
import { evidence } from './evidence.ts';
import { lens } from './lens.ts';
import { shell } from './shell.ts';
import { reading } from './reading.ts';
import { sheets } from './sheets.ts';
import { start } from './start.ts';

/** Every word of the page's own stands in this folder. */
export const words = { ...shell, ...bench, ...evidence, ...sheets, ...start, ...edit, ...lens, ...reading };

export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "A", "A and B", "A, B and C". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
