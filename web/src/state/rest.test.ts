import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { behind, underTheEyes } from './rest.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (painted: () => void) => setTimeout(painted, 16));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A question under the reader's eyes that is answered when asked to. */
function asked(): { answer: () => Promise<void> } {
  let resolve = () => {};
  const question = underTheEyes(new Promise<void>((r) => (resolve = r)));
  return { answer: () => (resolve(), question) };
}

test('what nobody sees begins once the hand rests', () => {
  const begun = vi.fn();
  behind(begun);
  vi.advanceTimersByTime(59);
  expect(begun).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(begun).toHaveBeenCalledOnce();
});

test('it waits until what is seen is painted, and begins once', async () => {
  const begun = vi.fn();
  const seen = asked();
  behind(begun);
  vi.advanceTimersByTime(200);
  expect(begun).not.toHaveBeenCalled();
  await seen.answer();
  expect(begun, 'not before the answer is painted').not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  expect(begun).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5_000);
  expect(begun).toHaveBeenCalledOnce();
});

test('it does not wait for ever, and not at all once it is ended', async () => {
  const [late, ended] = [vi.fn(), vi.fn()];
  const seen = asked();
  behind(late);
  const end = behind(ended);
  vi.advanceTimersByTime(100);
  end();
  vi.advanceTimersByTime(600);
  expect(late).toHaveBeenCalledOnce();
  await seen.answer();
  vi.advanceTimersByTime(5_000);
  expect(late).toHaveBeenCalledOnce();
  expect(ended).not.toHaveBeenCalled();
});
