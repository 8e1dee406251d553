/** docs/rights.md as text: what the policies of the template allow, by partition keys. */
import { directoryKinds, importKinds } from '../../shared/aws/item-kinds.ts';
import type { RightsToItems } from './rights-to-items.ts';

/** Where the document lies. */
export const documentPath = 'docs/rights.md';

const opening = `# Which items each function may read and write

<!-- Made by \`npm run rights\` of the template's policies. A test holds it to them. -->

A role's rights to a table name the partition keys that it may touch (\`dynamodb:LeadingKeys\`): what a function that is taken over can do ends there. IAM knows no sort key and no attribute, so whoever may put \`USER#...\` may write any of a person's record, the password's hash included; what must be guarded from those functions has partitions of its own: tokens, memberships of roles, audit entries, applications, settings. A transaction needs the right to each of its parts. Nobody may scan. The local engine holds its functions to the same conditions.
`;

/** The tables, with the kinds of their items. */
const tables = [
  { name: 'DirectoryTable', title: 'Directory', kinds: directoryKinds },
  { name: 'ImportsTable', title: 'Imports', kinds: importKinds },
] as const;

/** Actions by what is said of them. */
const columns = [
  ['reads', ['GetItem', 'BatchGetItem']],
  ['lists', ['Query']],
  ['puts', ['PutItem']],
  ['updates', ['UpdateItem', 'PartiQLUpdate']],
  ['deletes', ['DeleteItem']],
  ['checks', ['ConditionCheckItem']],
] as const;

/** The whole document, for these rights. */
export const documentOf = (rights: RightsToItems): string =>
  [
    opening,
    ...tables.map((table) => writersOf(table, rights)),
    ...tables.map((table) => sectionOf(table, rights)),
  ].join('\n');

const keysOf = (by: Record<string, string[]> = {}, actions: readonly string[]): string[] =>
  [...new Set(actions.flatMap((action) => by[action] ?? []))].sort();

const cell = (keys: readonly string[]): string => keys.map((key) => `\`${key}\``).join(' ') || '';

/** Who may write each kind: a table to look up what a function that was taken over could have touched. */
const writersOf = ({ name, title, kinds }: (typeof tables)[number], rights: RightsToItems): string => {
  const writers = (pattern: string, actions: readonly string[]) =>
    Object.keys(rights)
      .filter((of) => keysOf(rights[of]?.[name], actions).includes(pattern))
      .sort()
      .join(', ');
  const rows = Object.values(kinds)
    .map((key) => (key.endsWith('#') ? `${key}*` : key))
    .map(
      (pattern) =>
        `| \`${pattern}\` | ${writers(pattern, ['PutItem'])} | ${writers(pattern, ['UpdateItem', 'PartiQLUpdate'])} | ${writers(pattern, ['DeleteItem'])} |`,
    );
  return `## Who writes the items of the ${title} table

| items | put by | updated by | deleted by |
|---|---|---|---|
${rows.join('\n')}
`;
};

const sectionOf = ({ name, title }: (typeof tables)[number], rights: RightsToItems): string => {
  const rows = Object.keys(rights)
    .sort()
    .flatMap((of) =>
      Object.entries(rights[of] ?? {})
        .filter(([store]) => store.startsWith(name))
        .map(([store, by]) => {
          const index = store.slice(name.length).replace('/index/', '');
          const cells = columns.map(([, actions]) => cell(keysOf(by, actions)));
          return `| ${of}${index ? `, index \`${index}\`` : ''} | ${cells.join(' | ')} |`;
        }),
    );
  return `## Functions and the ${title} table

| function | ${columns.map(([word]) => word).join(' | ')} |
|---|${columns.map(() => '---|').join('')}
${rows.join('\n')}
`;
};
