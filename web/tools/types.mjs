// Writes src/api/types.gen.ts from openapi.json, which the server's crate generates; `--check` only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const from = new URL('../openapi.json', import.meta.url);
const into = new URL('../src/api/types.gen.ts', import.meta.url);
const text = `/* Generated from openapi.json by \`npm run types\`. */\n${astToString(await openapiTS(from))}`;
if (!process.argv.includes('--check')) writeFileSync(into, text);
else if (readFileSync(into, 'utf8') !== text) {
  console.error('src/api/types.gen.ts is not current: npm run types');
  process.exit(1);
}
