import { expect, test } from 'vitest';
import { events } from './events.ts';

function response(...pieces: string[]): Response {
  const bytes = new TextEncoder();
  return new Response(new ReadableStream({ start: (c) => { pieces.forEach((p) => c.enqueue(bytes.encode(p))); c.close(); } }));
}
async function all(r: Response): Promise<string[]> {
  const out: string[] = [];
  for await (const { event, data } of events(r)) out.push(`${event}|${data}`);
  return out;
}

test('events are read whole, wherever the stream is cut', async () => {
  expect(await all(response('event: progress\nda', 'ta: {"steps":1}\n', '\nevent: done\ndata: {}\n\n'))).toEqual(['progress|{"steps":1}', 'done|{}']);
});
test('comments and empty blocks are passed over; carriage returns too', async () => {
  expect(await all(response(': alive\n\n', 'event: done\r\ndata: a\r\ndata: b\r\n\r\n'))).toEqual(['done|a\nb']);
});
