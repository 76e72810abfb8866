import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type Bench } from './bench.ts';

/** The papers a view is printed on, in points. */
export const POINTS = { A4: { width: 595.3, height: 841.9 }, Letter: { width: 612, height: 792 } } as const;
export type Paper = keyof typeof POINTS;

/** A word on paper with its place in points, from the page's upper left. */
export interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
  tall: number;
}

const PAPER = join(ROOT, 'web', 'shots', 'paper');
mkdirSync(PAPER, { recursive: true });

/** Whether words on paper can be read here. */
export function canRead(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Prints the page as it stands, keeps the sheets to look at, and reads their words, page by page. */
export async function printed(bench: Bench, name: string, paper: Paper): Promise<Word[][]> {
  const file = join(PAPER, `${name}-${paper.toLowerCase()}.pdf`);
  // A picture takes the width of its window in the frame after that changed.
  await bench.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  writeFileSync(file, await bench.page.pdf({ format: paper }));
  const text = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return text.split('<page ').slice(1).map((page) =>
    [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(([, left, top, right, bottom, word]) => ({
      text: plain(word ?? ''),
      left: Number(left),
      right: Number(right),
      top: Number(top),
      tall: Number(bottom) - Number(top),
    })),
  );
}

const plain = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** The words of a page's lowest line, the running foot apart. */
export function lowest(page: readonly Word[]): string {
  const low = Math.max(...page.map((w) => w.top));
  return page.filter((w) => w.top > low - 2).map((w) => w.text).join(' ');
}

/** What stands on paper although nobody can press it, what would not be read in black on white, and what looks old. */
export function onPaper(bench: Bench): Promise<{ controls: string[]; pale: string[]; faded: string[]; ground: string }> {
  return bench.page.evaluate(() => {
    const seen = (e: Element) => e.checkVisibility({ checkVisibilityCSS: true }) && 0 < e.getBoundingClientRect().width && e.closest('.unseen') === null;
    const said = (e: Element) => `${e.tagName.toLowerCase()}: ${(e.textContent ?? '').trim().slice(0, 60)}`;
    const all = [...document.body.querySelectorAll('*')].filter(seen);
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((n) => Number(n) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const holdsText = (e: Element) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
    const ink = (e: Element) => (e instanceof SVGElement ? getComputedStyle(e).fill : getComputedStyle(e).color);
    return {
      controls: all.filter((e) => e.matches('button:not(.print-text), input, select, textarea, nav, iframe, details:not([open], .whole) > summary, a[href^="#"]')).map(said),
      // 4.5 to 1 on white, without any ground behind: paper shows none.
      pale: all.filter((e) => holdsText(e) && 1.05 / (light(ink(e)) + 0.05) < 4.5).map(said),
      faded: all.filter((e) => Number(getComputedStyle(e).opacity) < 1 && !(e instanceof SVGElement)).map(said),
      ground: getComputedStyle(document.body).backgroundColor,
    };
  });
}
