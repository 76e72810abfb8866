import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const SPEED = 'e2e/speed.test.ts';
const inBrowser = { environment: 'node' as const, testTimeout: 90_000, hookTimeout: 60_000 };

// The page is served from one binary: relative addresses, no source map, nothing inlined that a strict policy would refuse.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], environment: 'node', isolate: false } },
      // What drives the browser is read once by each worker: files share nothing else.
      { extends: true, test: { name: 'browser', include: ['e2e/**/*.test.ts'], exclude: [SPEED], maxWorkers: 2, isolate: false, ...inBrowser } },
      // Apart: times mean something on a machine that does nothing else, with a release build.
      { extends: true, test: { name: 'speed', include: [SPEED], fileParallelism: false, ...inBrowser } },
    ],
  },
});
