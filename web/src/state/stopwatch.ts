/** Times from a hand's movement to the repainted answer, left in the browser's performance timeline for tests and for the curious. */
export function started(kind: string): void {
  const now = performance.now();
  performance.mark(`detente:${kind}:start`, { startTime: now - moved < AT_ONCE ? moved : now });
}

/** When the hand last moved, pressed or typed. */
let moved = -Infinity;
/** A question follows a movement within so many milliseconds, or it is not about it. */
const AT_ONCE = 50;
for (const name of ['pointermove', 'keydown', 'click', 'input'] as const) addEventListener(name, (event) => (moved = event.timeStamp), { capture: true, passive: true });

/** After the next frame has been handed to the screen. */
export function painted(kind: string): void {
  const from = `detente:${kind}:start`;
  if (performance.getEntriesByName(from).length === 0) return;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      if (performance.getEntriesByName(from).length === 0) return;
      performance.measure(`detente:${kind}`, from);
      performance.clearMarks(from);
    };
    channel.port2.postMessage(null);
  });
}
