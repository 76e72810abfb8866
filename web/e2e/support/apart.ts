import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A network of its own, without routes, with nothing in it but this machine's loopback. */
const ENV = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };

/** Why this system lets nobody make such a network; `null` where it does. */
export function cannotBeApart(): string | null {
  const tried = spawnSync('unshare', ['-rn', 'sh', '-c', 'ip link set lo up && test -z "$(ip route show)" && nsenter --version'], { env: ENV, encoding: 'utf8' });
  return tried.status === 0 ? null : `no network of its own here (unshare -rn, ip, nsenter): ${(tried.stderr || String(tried.error ?? '')).trim()}`;
}

/** A program and its arguments, to be started in such a network; it keeps its process number. */
export function apart(program: string, args: readonly string[]): [string, string[]] {
  return ['unshare', ['-rn', 'env', `PATH=${ENV.PATH}`, 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', program, ...args]];
}

/** A file that starts a program in the network of a running one. */
export function beside(pid: number, program: string, folder: string): string {
  const file = join(folder, 'beside');
  const nsenter = execFileSync('sh', ['-c', 'command -v nsenter'], { env: ENV, encoding: 'utf8' }).trim();
  writeFileSync(file, `#!/bin/sh\nexec ${nsenter} --target ${pid} --user --net --preserve-credentials ${program} "$@"\n`);
  chmodSync(file, 0o700);
  return file;
}
