/** docs/directory-synchronisation.md names a test for each complaint: it is there, by that name. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const page = readFileSync('docs/directory-synchronisation.md', 'utf8');
const named = [...page.matchAll(/\| `([\w-]+\.test\.ts)`: (.+) \|$/gm)].map(([, file = '', title = '']) => ({
  file,
  title,
}));

test('every complaint has a test', () => {
  expect(named).toHaveLength(15);
});

test.each(named)('$file: $title', ({ file, title }) => {
  const sources = globSync('test/**/*.test.ts').filter((path) => basename(path) === file);
  expect(sources.some((path) => readFileSync(path, 'utf8').includes(`'${title}'`))).toBe(true);
});
