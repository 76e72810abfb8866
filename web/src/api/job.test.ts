import { beforeEach, expect, test, vi } from 'vitest';
import { Job } from './job.svelte.ts';

/** A server of jobs under the test's hand: answers to its calls are given when the test says so. */
interface Asked {
  what: string;
  body: { stream?: { key: string; number: number } };
  answer: (response: Response) => void;
}
let asked: Asked[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('sessionStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('fetch', (path: string, { method, body, signal }: RequestInit) => {
    if (signal?.aborted) return Promise.reject(new DOMException('', 'AbortError'));
    return new Promise<Response>((answer, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      asked.push({ what: `${method} ${path}`, body: typeof body === 'string' ? JSON.parse(body) : {}, answer });
    });
  });
});

const rest = () => new Promise((resolve) => setTimeout(resolve));
const whats = () => asked.map((a) => a.what);
async function tell(what: string, response: Response): Promise<void> {
  const one = asked.findLast((a) => a.what === what);
  if (!one) throw new Error(`${what} was not asked: ${whats().join()}`);
  one.answer(response);
  await rest();
}
const started = (id: string) => tell('POST /api/jobs', Response.json({ id }));
const event = (name: string, doc: unknown) => `event: ${name}\ndata: ${JSON.stringify(doc)}\n\n`;

test('a run tells its answer', async () => {
  const job = new Job<string>('draws');
  const run = job.run({});
  await started('j1');
  await tell('GET /api/jobs/j1/events', new Response(event('progress', { steps: 3 }) + event('done', 'first')));
  expect(await run).toBe('first');
  expect([job.value, job.running, job.error]).toEqual(['first', false, null]);
});

test('a run that fails or is ended has no answer, and what was answered before stays', async () => {
  const job = new Job<string>('draws');
  job.value = 'before';
  const failing = job.run({});
  await started('j1');
  await tell('GET /api/jobs/j1/events', new Response(event('failed', { code: 'too-slow', message: '' })));
  expect(await failing).toBe(null);
  expect([job.value, job.error?.code]).toEqual(['before', 'too-slow']);
  const ended = job.run({});
  await started('j2');
  await tell('GET /api/jobs/j2/events', new Response(event('cancelled', { reason: 'asked' })));
  expect(await ended).toBe(null);
  expect([job.value, job.cancelled, job.error]).toEqual(['before', true, null]);
});

test.each([
  ['breaks off', () => new ReadableStream({ start: (to) => to.error(new TypeError('network error')) })],
  ['ends without a last word', () => event('progress', { steps: 3 })],
])('where the stream of its events %s, the server is said not to answer', async (_, body) => {
  const job = new Job<string>('draws');
  const run = job.run({});
  await started('j1');
  await tell('GET /api/jobs/j1/events', new Response(body()));
  await run;
  expect([job.error?.code, job.running]).toEqual(['unreachable', false]);
});

test('an error does not outlive its question', async () => {
  const job = new Job<string>('draws');
  const run = job.run({});
  await started('j1');
  await tell('GET /api/jobs/j1/events', new Response(event('failed', { code: 'too-slow', message: '' })));
  await run;
  job.stop();
  expect(job.error).toBe(null);
});

test('events of a job that was left are not taken', async () => {
  const job = new Job<string>('draws');
  // Who watches leaves at the first sign of progress; the answer stood in the same piece of the stream.
  Object.defineProperty(job, 'progress', { set: (now: unknown) => now !== null && job.stop() });
  const run = job.run({});
  await started('j1');
  await tell('GET /api/jobs/j1/events', new Response(event('progress', { steps: 3 }) + event('done', 'of the older question')));
  const answer = await run;
  expect(job.value).toBe(null);
  expect(answer).toBe(null);
});

test('a job that is left before it is watched is ended as soon as its id is known', async () => {
  const job = new Job<string>('draws');
  const run = job.run({});
  job.stop();
  await started('j1');
  await run;
  expect(whats()).toEqual(['POST /api/jobs', 'DELETE /api/jobs/j1']);
});

test('a job that is left while its events are asked for is ended', async () => {
  const job = new Job<string>('draws');
  const run = job.run({});
  await started('j1');
  job.stop();
  await run;
  expect(whats()).toEqual(['POST /api/jobs', 'GET /api/jobs/j1/events', 'DELETE /api/jobs/j1']);
});

test('jobs of one kind are numbered, so that the server can let go of an older one', async () => {
  const job = new Job<string>('draws');
  void job.run({});
  void job.run({});
  const [older, newer] = asked.map((a) => a.body.stream);
  expect(older?.key).toBeTruthy();
  expect(newer).toEqual({ key: older?.key, number: (older?.number ?? 0) + 1, ends: [] });
});
