/** An expression of the case file with titles in place of ids. What is not recognised stays as written. */
export interface Titles {
  issue(id: string): string | undefined;
  choice(issue: string, id: string): string | undefined;
}

const TOKEN = /[A-Za-z0-9][A-Za-z0-9_.-]*|=>|!=|>=|<=|[=<>(){},+]|\s+|./g;
const SIGNS: Readonly<Record<string, string>> = { '=': ':', '!=': 'is not', '>=': 'at least', '<=': 'at most', '>': 'over', '<': 'under', '=>': 'means' };

export function phrase(expression: string, titles: Titles): string {
  const tokens = (expression.match(TOKEN) ?? []).filter((t) => t.trim() !== '');
  let about = '';
  let out = '';
  for (const token of tokens) {
    const issue = titles.issue(token);
    let word: string;
    if (issue !== undefined) {
      about = token;
      word = issue;
    } else {
      word = SIGNS[token] ?? titles.choice(about, token) ?? token;
    }
    out = joined(out, word);
  }
  return bare(out);
}

function joined(out: string, word: string): string {
  const tight = out === '' || out.endsWith('(') || out.endsWith('{') || [')', '}', ',', ':'].includes(word);
  return tight ? out + word : `${out} ${word}`;
}

/** Without one pair of parentheses around the whole. */
function bare(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth--;
    if (depth === 0) return text;
  }
  return text.slice(1, -1);
}
