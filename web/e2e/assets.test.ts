import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/bench.ts';

/** Built assets name no other machine and hold nothing that the content policy refuses. */
const dist = join(ROOT, 'web', 'dist');
const texts = ['index.html', ...readdirSync(join(dist, 'assets')).filter((n) => /\.(js|css)$/.test(n)).map((n) => join('assets', n))].map((name) => ({ name, text: readFileSync(join(dist, name), 'utf8') }));
/** Names of XML vocabularies and of error pages in messages: identifiers, never fetched. */
const NAMES = /^https?:\/\/(www\.w3\.org\/|svelte\.dev\/e\/)/;

test('no foreign address', () => {
  const found = texts.flatMap(({ name, text }) => (text.match(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z]{2,}[^\s"'`)]*/gi) ?? []).filter((url) => !NAMES.test(url)).map((url) => `${name}: ${url}`));
  expect(found).toEqual([]);
});
test('no inline script or style, no evaluation', () => {
  const page = texts[0]?.text ?? '';
  expect(page).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son[a-z]+=/i);
  for (const { text } of texts) expect(text).not.toMatch(/\beval\(|new Function\(/);
});
test('nothing moves, whether or not the reader wants it so: what changes its look does so at once', () => {
  const styles = texts.filter(({ name }) => name.endsWith('.css'));
  expect(styles.length).toBeGreaterThan(0);
  for (const { text } of styles) {
    expect(text).not.toMatch(/transition(-[a-z]+)?:|scroll-behavior/);
    for (const [, steps] of text.matchAll(/@keyframes [^{]+\{((?:[^{}]*\{[^}]*\})*)\}/g)) expect(steps).toMatch(/^to\{opacity:[\d.]+\}$/);
    for (const [, lasts] of text.matchAll(/animation:([^;}]+)/g)) expect(lasts).toMatch(/^none|(^| )(1ms|\.001s)( |$)/);
  }
  for (const { text } of texts) expect(text).not.toMatch(/behavior:\s*["'`]smooth|\.animate\(\[/);
});
test('case text is never read as markup', () => {
  const walk = (dir: string): string[] => readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)]));
  const found = walk(join(ROOT, 'web', 'src')).filter((f) => /\.(svelte|ts)$/.test(f) && /\{@html|innerHTML|insertAdjacentHTML/.test(readFileSync(f, 'utf8')));
  expect(found).toEqual([]);
});
