/** The README as its tests read it. */
import { readFileSync } from 'node:fs';

/** Its text. */
export const readme = readFileSync('README.md', 'utf8');

/** The text below a heading, up to the next one. */
export const section = (heading: string): string => {
  const [, rest] = readme.split(`\n## ${heading}\n`);
  if (rest === undefined) throw new Error(`The README has no part called ${heading}.`);
  return rest.split('\n## ')[0] ?? '';
};

/** The rows of the tables in a text, without their headings: each row its cells. */
export const tableRows = (text: string): string[][] =>
  text
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .flatMap((block) => block.trim().split('\n').slice(2))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

/** What stands in backquotes in a text. */
export const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside);
