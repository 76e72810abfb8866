/** Times from a hand's movement to the repainted answer, left in the browser's performance timeline for tests and for the curious. */
export function started(kind: string): void {
  performance.mark(`detente:${kind}:start`);
}

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
