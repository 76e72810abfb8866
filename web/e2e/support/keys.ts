import { expect } from 'vitest';
import type { Bench } from './bench.ts';

/** What has the focus: its name, whether the focus is seen on it, and whether something else lies over it. */
export function focused(bench: Bench): Promise<{ name: string; seen: boolean; over: string | null }> {
  return bench.page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return { name: '', seen: false, over: null };
    const style = getComputedStyle(e);
    // In a picture the focus is a heavier line.
    const line = e.querySelector('.land, .seen');
    const seen = (style.outlineStyle !== 'none' && 0 < parseFloat(style.outlineWidth)) || (line !== null && 2.5 <= parseFloat(getComputedStyle(line).strokeWidth));
    const box = e.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, Math.min(box.y + box.height / 2, innerHeight - 1));
    const foot = document.querySelector('footer');
    return { name: `${e.getAttribute('aria-label') ?? ''} ${e.textContent ?? ''}`.trim(), seen, over: foot && !foot.contains(e) && foot.contains(at) ? 'the foot of the page' : null };
  });
}

/** Tab by Tab to what bears a name, as a reader would; the steps are bounded, and the focus is seen at the end. */
export async function tabTo(bench: Bench, name: RegExp, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    await bench.page.keyboard.press('Tab');
    const here = await focused(bench);
    if (!name.test(here.name)) continue;
    expect(here, `the focus on ${name} is seen`).toMatchObject({ seen: true, over: null });
    return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

/** Presses a key and waits for what follows; the keyboard still has a place on the page. */
export async function press(bench: Bench, key: string): Promise<string> {
  await bench.page.keyboard.press(key);
  await bench.settled();
  const { name } = await focused(bench);
  expect(await bench.page.evaluate(() => document.activeElement !== document.body), `after ${key} the focus is somewhere`).toBe(true);
  return name;
}
