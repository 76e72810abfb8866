import type { TestContext } from 'vitest';

/** Skips a test and says aloud why: the report of a run names no reasons. */
export function untested(ctx: TestContext, reason: string): never {
  console.warn(`not tested: ${ctx.task.name}: ${reason}`);
  return ctx.skip(reason);
}
