/** Server-sent events of a response, as they come. Pieces of the stream may cut anywhere. */
export async function* events(response: Response): AsyncGenerator<{ event: string; data: string }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  let held = '';
  for (;;) {
    const { value, done } = await reader.read();
    held += (value ?? '').replaceAll('\r', '');
    const parts = held.split('\n\n');
    held = parts.pop() ?? '';
    for (const part of parts) {
      const one = parsed(part);
      if (one) yield one;
    }
    if (done) return;
  }
}

function parsed(block: string): { event: string; data: string } | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length ? { event, data: data.join('\n') } : null;
}
