/** docs/asvs.md judges every requirement of both levels once, and links to nothing that is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableRows } from '../readme/sections.ts';
import { levels } from './levels.ts';

const text = readFileSync('docs/asvs.md', 'utf8');
const rows = text
  .split('\n## ')
  .slice(1)
  .flatMap((chapter) => tableRows(chapter.slice(chapter.indexOf('|'))));

const requirements = Object.entries(levels).flatMap(([section, each]) =>
  [...each].map((level, index) => [`${section}.${index + 1}`, level] as const),
);

test('the list of requirements is whole', () => {
  const count = (wanted: string) => requirements.filter(([, level]) => level === wanted).length;
  expect(['1', '2', '3'].map(count)).toEqual([70, 183, 92]);
});

test('each of levels 1 and 2 is there once, in order, with its level', () => {
  expect(rows.map(([id, level]) => [id, level])).toEqual(requirements.filter(([, level]) => level !== '3'));
});

test('each has a state, and a reason or what shows it', () => {
  for (const [id, , state, why = ''] of rows) {
    expect([id, ['met', 'in part', 'not met', 'does not apply'].includes(state ?? ''), why.length > 3]).toEqual([
      id,
      true,
      true,
    ]);
    if (state !== 'met') expect([id, why.replace(/\[.*/, '').trim().length > 6]).toEqual([id, true]);
  }
});

test('the sums are those of the table', () => {
  for (const wanted of ['1', '2']) {
    const count = (state: string) => rows.filter(([, level, each]) => level === wanted && each === state).length;
    expect(text).toContain(
      `Level ${wanted}: ${count('met')} met, ${count('in part')} in part, ${count('not met')} not met, ${count('does not apply')} that do not apply.`,
    );
  }
});

test.each(['docs/asvs.md', 'docs/security-facts.md'])('what %s names is there', (file) => {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
  const local = links.filter((link) => !link.startsWith('https://'));
  expect(local.filter((link) => !existsSync(join('docs', link)))).toEqual([]);
});
