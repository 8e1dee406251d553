/** `node .ci/release-notes.mjs 0.2.0`: what the CHANGELOG says of a version that is package.json's; a fault where it says nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [version = ''] = process.argv.slice(2);
const { version: own } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const parts = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m);
const part = parts.find((one) => one.startsWith(`[${version}] - `));
const notes = part?.slice(part.indexOf('\n')).trim() ?? '';
if (version !== own || notes === '') {
  console.error(
    version === own
      ? `CHANGELOG.md says nothing of ${version}.`
      : `package.json has version ${own}, and not ${version}.`,
  );
  process.exitCode = 1;
} else console.log(notes);
