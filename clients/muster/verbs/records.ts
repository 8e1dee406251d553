/** `muster audit` and `sign-ins`: what is on record. */
import { type Command, InvalidArgumentError } from 'commander';
import { withTop } from '../chosen.ts';
import { type Context, verb } from '../context.ts';
import { quoted } from '../input/whom.ts';
import { itemsOf, type Wanted } from '../lists.ts';

const secondsIn = { m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/** A moment, or how long ago: `90m`, `24h`, `7d`, `2w`. */
const momentOf = (text: string): string => {
  const [, number, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const moment = unit
    ? Date.now() - Number(number) * secondsIn[unit as keyof typeof secondsIn] * 1000
    : Date.parse(/^\d{4}-\d{2}-\d{2}/.test(text) ? text : '');
  if (Number.isNaN(moment))
    throw new InvalidArgumentError('Give a moment such as 2026-01-31, or how long ago: 24h, 7d.');
  return new Date(moment).toISOString();
};

const withSpan = (command: Command): Command =>
  withTop(command)
    .option('--since <moment>', 'from then on: 2026-01-31, or how long ago, such as 24h or 7d', momentOf)
    .option('--until <moment>', 'up to then', momentOf);

type Span = Wanted & { since?: string; until?: string };

const spanOf = (property: string, { since, until }: Span): string[] => [
  ...(since === undefined ? [] : [`${property} ge ${since}`]),
  ...(until === undefined ? [] : [`${property} lt ${until}`]),
];

const filterOf = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join(' and ') || undefined;

/** The id of a person, who may be named by user name. */
const idOf = async ({ call }: Pick<Context, 'call'>, person: string): Promise<string> => {
  if (!person.includes('@')) return person;
  return ((await call('GET', `/v1.0/users/${encodeURIComponent(person)}?$select=id`)) as { id: string }).id;
};

type AuditOptions = Span & { person?: string; by?: string; import?: string };

const audit = async (context: Context<AuditOptions>): Promise<void> => {
  const { person, by, import: correlation } = context.chosen;
  const $filter = filterOf([
    person === undefined ? undefined : `targetResources/any(t:t/id eq ${quoted(await idOf(context, person))})`,
    by === undefined ? undefined : `initiatedBy/user/id eq ${quoted(await idOf(context, by))}`,
    correlation === undefined ? undefined : `correlationId eq ${quoted(correlation)}`,
    ...spanOf('activityDateTime', context.chosen),
  ]);
  const entries = (await itemsOf(context, '/v1.0/auditLogs/directoryAudits', { query: { $filter } })) as Entry[];
  // A table has who and whom in one cell each; all else has entries as they are.
  const isTable =
    context.chosen.output === 'table' && context.chosen.query === undefined && context.chosen.select === undefined;
  const columns = { When: 'activityDateTime', What: 'activityDisplayName', By: 'by', Of: 'of' };
  await context.print(isTable ? entries.map(shortly) : entries, columns);
};

type Entry = {
  initiatedBy: {
    user: { displayName: string; userPrincipalName: string | null } | null;
    app: { displayName: string } | null;
  };
  targetResources: { displayName: string; userPrincipalName: string | null }[];
};

const shortly = (entry: Entry): object => {
  const { user, app } = entry.initiatedBy;
  const called = (one: { displayName: string; userPrincipalName?: string | null }) =>
    one.userPrincipalName ?? one.displayName;
  return { ...entry, by: user ? called(user) : (app?.displayName ?? ''), of: entry.targetResources.map(called) };
};

const signIns = async (context: Context<Span & { person?: string }>): Promise<void> => {
  const { person } = context.chosen;
  const name = person?.includes('@') ? 'userPrincipalName' : 'userId';
  const $filter = filterOf([
    person === undefined ? undefined : `${name} eq ${quoted(person)}`,
    ...spanOf('createdDateTime', context.chosen),
  ]);
  const columns = {
    When: 'createdDateTime',
    'User name': 'userPrincipalName',
    From: 'ipAddress',
    Failure: 'status.failureReason',
  };
  await context.print(await itemsOf(context, '/v1.0/auditLogs/signIns', { query: { $filter } }), columns);
};

/** Adds them to the program. */
export const addRecords = (program: Command): void => {
  withSpan(program.command('audit').description('who changed what, newest first'))
    .option('--person <user>', 'what was done to a person')
    .option('--by <user>', 'what a person did')
    .option('--import <id>', 'what an import did')
    .addHelpText('after', '\nExample:\n  muster audit --since 7d --person ada@contoso.com')
    .action(verb<AuditOptions>(audit));
  withSpan(program.command('sign-ins').description('who signed in, or failed to, newest first'))
    .option('--person <user>', 'those of a person')
    .action(verb<Span & { person?: string }>(signIns));
};
