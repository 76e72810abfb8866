import { expect, test } from 'vitest';
import { stream } from './stream.ts';

test('a question about the draft ends what follows an older one, and nothing a reader began', () => {
  const { key: reasons, number } = stream('reasons');
  const draft = stream('draft');
  expect(draft.ends).toContain(reasons);
  expect(draft.ends).not.toContain(draft.key);
  expect(draft.ends).not.toContain(stream('job-robust').key);
  expect(stream('reasons')).toEqual({ key: reasons, number: number + 1, ends: [] });
});
