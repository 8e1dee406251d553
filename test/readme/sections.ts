/** The README and the pages that it leads to, as their tests read them. */
import { readFileSync } from 'node:fs';

/** The pages for users, by their files. */
export const pages: ReadonlyMap<string, string> = new Map(
  [
    'README.md',
    ...['importing', 'api', 'settings', 'operating', 'figures', 'scale'].map((name) => `docs/${name}.md`),
  ].map((file) => [file, readFileSync(file, 'utf8')]),
);

/** The text of the README. */
export const readme = pages.get('README.md') ?? '';

/** The text of all pages. */
export const everything = [...pages.values()].join('\n');

/** The text below a heading of any page, up to the next one. */
export const section = (heading: string): string => {
  const [, rest] = `\n${everything}`.split(new RegExp(`\n##? ${heading}\n`));
  if (rest === undefined) throw new Error(`No page has a part called ${heading}.`);
  return rest.split(/\n##? /)[0] ?? '';
};

/** The rows of the tables in a text, without their headings: each row its cells. */
export const tableRows = (text: string): string[][] =>
  text
    .split('\n\n')
    .map((block) => block.trim())
    .filter((block) => block.startsWith('|'))
    .flatMap((block) => block.split('\n').slice(2))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

/** What stands in backquotes in a text. */
export const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside);
