/** The one door to the server. Every call carries the token of this start, which came in the address's fragment. */
export interface Diagnostic {
  code: string;
  severity: string;
  message: string;
  hint?: string | null;
  labels?: { file: string; line: number; column: number; text: string; start?: number; end?: number }[];
}

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly diagnostics: Diagnostic[];
  readonly body: unknown;
  readonly hint: string | null;
  constructor(status: number, code: string, message: string, diagnostics: Diagnostic[], body: unknown, hint: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.diagnostics = diagnostics;
    this.body = body;
    this.hint = hint;
  }
}

const KEPT = 'detente-token';

/** Takes the token out of the address, so that it does not stay in what a reader might copy. */
export function takeToken(): void {
  const match = /[#&]token=([A-Za-z0-9_-]+)/.exec(location.hash);
  if (match?.[1]) {
    sessionStorage.setItem(KEPT, match[1]);
    history.replaceState(null, '', location.pathname + location.search);
  }
}

export function hasToken(): boolean {
  return sessionStorage.getItem(KEPT) !== null;
}

export interface Call {
  method?: string;
  body?: unknown;
  /** A body of bytes, in place of a document. */
  bytes?: Blob;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** Which state of the open case an answer is about. */
export interface Stamp {
  revision: number;
  hash: string;
}
/** Who is told which state an answer is about, and that something asked does not fit: a refusal says of no state. */
interface Listener {
  stamped: (stamp: Stamp) => void;
  unfit: () => void;
}
let listener: Listener = { stamped: () => {}, unfit: () => {} };
export function listen(to: Listener): void {
  listener = to;
}
export function stampOf(answer: Response): Stamp | null {
  const revision = Number(answer.headers.get('x-detente-revision'));
  return revision > 0 ? { revision, hash: answer.headers.get('etag') ?? '' } : null;
}

export async function call(path: string, { method = 'GET', body, bytes, signal, headers = {} }: Call = {}): Promise<Response> {
  const init: RequestInit = {
    method,
    headers: { 'x-detente-token': sessionStorage.getItem(KEPT) ?? '', ...headers },
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  if (bytes) {
    init.body = bytes;
    init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
  }
  if (signal) init.signal = signal;
  let answer: Response;
  open(1);
  try {
    answer = await fetch(path, init);
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw unreachable();
  } finally {
    open(-1);
  }
  if (answer.status === 422) listener.unfit();
  if (!answer.ok) throw await refused(answer);
  const stamp = stampOf(answer);
  if (stamp) listener.stamped(stamp);
  return answer;
}

/** How many questions are open stands on the document, for tests and for whoever watches. */
let asking = 0;
function open(by: 1 | -1): void {
  asking += by;
  document.documentElement.dataset.asking = `${asking}`;
}

async function refused(answer: Response): Promise<ApiError> {
  const text = await answer.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // A refusal without a document keeps its text.
  }
  const doc = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: string;
    message?: string;
    hint?: string | null;
    check?: { diagnostics?: Diagnostic[] } | null;
  };
  return new ApiError(answer.status, doc.code ?? `${answer.status}`, doc.message ?? text.slice(0, 300), doc.check?.diagnostics ?? [], body, doc.hint ?? null);
}

/** The program behind the page does not answer, or stopped in the middle of it. */
export const unreachable = (): ApiError => new ApiError(0, 'unreachable', '', [], null);

/** Whatever was thrown, as what the page can say. */
export function failureOf(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError(0, 'page', String(cause), [], null);
}

export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await call(path, { signal })).json() as Promise<T>;
}

export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return (await call(path, { method: 'POST', body, signal })).json() as Promise<T>;
}
