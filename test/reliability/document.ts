/** docs/reliability.md as text. */
import { type Case, type CaseGroup, caseGroups } from './cases.ts';
import { findingGroups } from './findings.ts';
import type { Kind, NamedTest } from './named-tests.ts';

/** Where the document lies. */
export const documentPath = 'docs/reliability.md';

const opening = `# What Muster survives, and the tests that show it

<!-- Made by \`npm run reliability\` of test/reliability/cases.ts and of the titles of the tests. A test holds it to them. -->

Each case below is something that happens to systems like this one, sooner or later. The last column names the tests that make it happen, or says why it cannot. \`npm test -- -t 'cases?.*\\b17\\b'\` runs those of case 17.

After each of them, whatever it was, this holds too: every row of a file has one outcome; a row makes at most one person, and so does a user name; of each licence the seats in use are those that people hold, and never more than there are; every person’s next due moment is the one that the rules give; and no password lies in a table, queue, log or report.
`;

const findings = `What follows was wrong once. Each was found by attacking a running Muster, or by reading it; its tests failed before it was mended. \`npm test -- -t 'weakness(es)?.*\\b7\\b'\` runs those of weakness 7.
`;

/** The whole document, for these tests. */
export const documentOf = (tests: readonly NamedTest[]): string =>
  [
    opening,
    ...caseGroups.map((group) => sectionOf(group, tests)),
    findings,
    ...findingGroups.map((group) => sectionOf(group, tests)),
  ].join('\n');

const sectionOf = ({ title, kind, cases }: CaseGroup, tests: readonly NamedTest[]): string => `## ${title}

| # | what happens | what holds then | shown by |
|---|---|---|---|
${cases.map((one) => rowOf(one, kind, tests)).join('\n')}
`;

const rowOf = ({ number, happens, holds, cannot }: Case, kind: Kind, tests: readonly NamedTest[]): string => {
  const shown = tests.filter((test) => test[kind].includes(number)).map(linkTo);
  const last = [...shown, ...(cannot ? [cannot] : [])].map(inCell).join('<br>');
  return `| ${number} | ${inCell(happens)} | ${inCell(holds)} | ${last} |`;
};

const linkTo = ({ file, title }: NamedTest): string =>
  `[${file.replace(/^test\//, '').replace(/\.test\.ts$/, '')}](../${file}): ${withoutPlaceholders(title)}`;

/** A title of many tests has places for what they are about. */
const withoutPlaceholders = (title: string): string =>
  title.replace(' (seed %i)', '').replaceAll(/%[a-z#]|\$\{[^}]*\}/g, '…');

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
