/** docs/tried-files.md: what becomes of the files that people have. */
import { triedBodies, triedFiles } from './files.ts';
import { type Tried, tryBody, tryFile } from './outcomes.ts';

export const documentPath = 'docs/tried-files.md';

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

const table = (lines: readonly Tried[]): string =>
  [
    '| file | what it is | encoding | outcome | notes |',
    '|---|---|---|---|---|',
    ...lines.map((line) => {
      const cells = [`[${line.name.split(' ')[0]}](../${line.name.split(' ')[0]})${rest(line.name)}`, line.what];
      return `| ${[...cells, line.encoding, line.outcome, line.notes].map(cell).join(' | ')} |`;
    }),
  ].join('\n');

const rest = (name: string): string => (name.includes(' ') ? name.slice(name.indexOf(' ')) : '');

/** The page, made of what happens to each file now. */
export const makeDocument = async (): Promise<string> => {
  const files: Tried[] = [];
  for (const file of triedFiles) files.push(await tryFile(file));
  const bodies: Tried[] = [];
  for (const body of triedBodies) bodies.push(await tryBody(body));
  return `# Files that were tried

Written by \`npm run tried-files\`, and held by a test: each file is imported into an empty directory whose domains are contoso.com and example.com, and which has seats of Office 365 E1, E3 and E5, Exchange Online (Plan 1) and Power BI (free). Files of test/samples/reported/ were told of in public as taken wrongly by a service of this kind; those of found/ are lists as programs in public write them; all are made anew with invented people.

${table(files)}

Bodies of \`POST /v1.0/users\`:

${table(bodies)}

What scripts ask is in [queries.txt](../test/samples/reported/queries.txt); each line has a test.
`;
};
