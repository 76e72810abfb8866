import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { apart, beside } from './apart.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The program under test: $DETENTE_BIN, else the newest of the debug and release builds. */
export function program(): string {
  const named = process.env.DETENTE_BIN;
  const found = named ? [named] : ['debug', 'release'].map((kind) => join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), kind, 'detente')).filter(existsSync);
  const one = found[0];
  if (one === undefined) throw new Error('no program to test: cargo build --package detente-cli');
  return one;
}

/** The browser to test in: $CHROMIUM, else Debian's Chromium without windows, else the whole of it. */
function browser(): string {
  const [shell, whole] = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
  return process.env.CHROMIUM ?? (existsSync(shell) ? shell : whole);
}

/** The folder of the case the demo opens. */
export function firstCase(): string {
  return join(ROOT, 'catalog', readFileSync(join(ROOT, 'catalog', 'FIRST'), 'utf8').trim().replace(/^catalog\//, ''));
}

export class Bench {
  readonly server: ChildProcess;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly address: string;
  readonly folder: string;
  /** Everything that went wrong on the page, and every request that left this machine. */
  readonly wrong: string[] = [];
  /** Every address the page asked for. */
  readonly asked: string[] = [];

  private constructor(server: ChildProcess, browser: Browser, context: BrowserContext, page: Page, address: string, folder: string) {
    this.server = server;
    this.browser = browser;
    this.context = context;
    this.page = page;
    this.address = address;
    this.folder = folder;
    this.watch(page);
  }

  watch(page: Page): void {
    const own = new URL(this.address).origin;
    page.on('pageerror', (e) => this.wrong.push(`page: ${e.message}`));
    page.on('console', (m) => {
      // A question that was refused or aborted is no fault of the page.
      if (m.type() === 'error' && !/status of 4\d\d|net::ERR_ABORTED/.test(m.text())) this.wrong.push(`console: ${m.text()}`);
    });
    page.on('request', (r) => {
      if (new URL(r.url()).origin !== own && !r.url().startsWith('data:') && !r.url().startsWith(`blob:${own}/`)) this.wrong.push(`left: ${r.url()}`);
      this.asked.push(r.url());
    });
    page.on('websocket', (w) => this.wrong.push(`left: ${w.url()}`));
  }

  /**
   * Serves a folder (or, where there is none, the start page of a folder of its own) and opens it in a browser with an empty profile;
   * both in a network of their own without routes, if so wanted.
   */
  static async open(make: ((dir: string) => string | null) | null, size = { width: 1280, height: 800 }, routes = true): Promise<Bench> {
    const folder = mkdtempSync(join(tmpdir(), 'detente-page-'));
    const made = make?.(folder) ?? null;
    const args = made === null ? [] : [made];
    const serve = ['serve', ...args, '--no-open', '--port', '0'];
    const [command, given] = routes ? [program(), serve] : apart(program(), serve);
    const server = spawn(command, given, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.stdout?.on('data', (d: Buffer) => {
        said += d.toString();
        const match = /http:\/\/\S+#token=\S+/.exec(said);
        if (match) resolve(match[0]);
      });
      server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
    const installed = browser();
    const opened = await chromium.launch({ executablePath: routes ? installed : beside(server.pid ?? 0, installed, folder), args: FLAGS });
    const context = await opened.newContext({ viewport: size, reducedMotion: 'reduce' });
    if (process.env.DETENTE_DIST) await fromDist(context);
    const page = await context.newPage();
    const bench = new Bench(server, opened, context, page, address, folder);
    await page.goto(address);
    return bench;
  }

  async go(view: string): Promise<void> {
    await this.page.click(`nav a[href="#/${view}"]`);
    await this.settled();
  }
  /** Until nothing is being worked out. */
  async settled(): Promise<void> {
    // Two looks: an answer may lead to the next question.
    for (let look = 0; look < 2; look++) {
      await this.page.waitForTimeout(100);
      await this.page.waitForFunction(() => document.documentElement.dataset.asking === '0' && document.querySelectorAll('[aria-busy=true]').length === 0);
    }
  }
  async estimates(set: string): Promise<void> {
    await this.page.locator('header select').first().selectOption(set);
    await this.settled();
  }
  /** Closes everything, then says what went wrong: a fault leaves no server behind. */
  async end(): Promise<void> {
    await this.close();
    if (this.wrong.length > 0) throw new Error(this.wrong.join('\n'));
  }
  async close(): Promise<void> {
    await this.browser.close();
    this.server.removeAllListeners('exit');
    this.server.kill('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** With $DETENTE_DIST set, the page comes from web/dist instead of from the program, which may hold an older build of it. */
async function fromDist(context: BrowserContext): Promise<void> {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
  await context.route(/^http:\/\/127\.0\.0\.1:\d+\/(?!api\/)/, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = join(ROOT, 'web', 'dist', path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'application/octet-stream' });
  });
}
