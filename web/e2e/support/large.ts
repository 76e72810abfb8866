import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['Coastland', 'Eastland', 'Hillland', 'Lakeland', 'Northland', 'Riverland', 'Southland', 'Westland'];
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Numbers that are the same on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * An invented case of eight parties and many issues, some tied by rules, red lines and linkages; two parties are asked only under a
 * condition. One set of estimates, "guess".
 */
export function writeLarge(folder: string, issues = 40): string {
  const next = numbers(8040);
  mkdirSync(join(folder, 'estimates'), { recursive: true });
  const ids = NAMES.map((n) => n.toLowerCase());
  const issue = (i: number) => `point-${String(i + 1).padStart(2, '0')}`;
  const sizes = Array.from({ length: issues }, () => 3 + next(4));
  const pick = (i: number) => LETTERS[next(sizes[i] ?? 1)] ?? 'a';
  const consent = (i: number) => (i === 2 ? `, consent = "only if ${issue(4)} = a", consent_because = "assumption: invented"` : i === 5 ? `, consent = "only if ${issue(11)} in {a, b}", consent_because = "assumption: invented"` : '');
  const parts = [
    'format = 1\n[case]\nid = "large"\ntitle = "Talks on many points"\nas_of = 2026-01-31\nas_of_by = "catalog"\n\n[parties]',
    ...ids.map((id, i) => `${id} = { name = "${NAMES[i]}", kind = "state"${consent(i)} }`),
  ];
  sizes.forEach((size, i) => {
    const choices = LETTERS.slice(0, size).map((l) => `${l} = "Wording ${l.toUpperCase()}"`);
    parts.push(`\n[issues.${issue(i)}]\ntitle = "Point ${i + 1}"\nscale = ${i % 2 === 0}\nchoices = { ${choices.join(', ')} }`);
  });
  for (let n = 0; n < 8; n++) {
    const at = 5 * n;
    parts.push(`\n[[rules]]\nid = "rule-${n + 1}"\nwhen = "${issue(at)} = ${pick(at)}"\nthen = "${issue(at + 1)} != ${pick(at + 1)}"\nbasis = "definition"`);
  }
  for (let n = 0; n < 12; n++) {
    const at = 3 * n + 2;
    const never = n % 3 === 0 ? `${issue(at)} = ${pick(at)}` : `${issue(at)} = ${pick(at)} and ${issue(at + 1)} != ${pick(at + 1)}`;
    parts.push(`\n[[red_lines]]\nid = "line-${n + 1}"\nparty = "${ids[n % ids.length]}"\nnever = "${never}"\nfirmness = "strong"`);
  }
  writeFileSync(join(folder, 'case.toml'), `${parts.join('\n')}\n`);
  const estimates = ['[estimates]\nauthor = "invented"\nas_of = 2026-01-31\nnote = "Invented numbers."\ncomparable = false'];
  ids.forEach((id, p) => {
    estimates.push(`\n[${id}]\nbecause = "invented"\nbottom_line = [${44 + (p % 3)}, ${50 + (p % 3)}]`);
    sizes.forEach((size, i) => {
      const order = LETTERS.slice(0, size).map((letter) => ({ letter, at: next(1000) })).sort((a, b) => a.at - b.at);
      const values = order.map(({ letter }, rank) => `${letter} = ${Math.round((100 * rank) / (size - 1))}`);
      estimates.push(`weights.${issue(i)} = ${1 + next(9)}\nvalues.${issue(i)} = { ${values.join(', ')} }`);
    });
    const at = 4 * p + 1;
    estimates.push(`[[${id}.linkages]]\nwhen = "${issue(at)} = ${pick(at)} and ${issue(at + 2)} = ${pick(at + 2)}"\npoints = ${2 + p}\nbecause = "invented"`);
  });
  writeFileSync(join(folder, 'estimates', 'guess.toml'), `${estimates.join('\n')}\n`);
  return folder;
}
