/** `muster users add` and `set`. */
import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import { type Context, verb } from '../context.ts';
import { forEach } from '../each.ts';
import { usageFault } from '../fault.ts';
import { bodyOfPairs } from '../input/pairs.ts';
import type { Row } from '../input/rows.ts';

type From = { from?: string };
type Delivery = { mailTo?: string[]; show?: true };

/** Gives a verb the options that say who gets a password. */
export const withDelivery = (command: Command): Command =>
  command
    .addOption(new Option('--mail-to <address...>', 'who gets the password by mail').conflicts('show'))
    .option('--show', 'print the password, this once, instead of mailing it');

/** `credentialDelivery` of a body; nothing where the API shall decide. */
export const deliveryOf = ({ mailTo, show }: Delivery): { credentialDelivery?: object } => {
  if (show) return { credentialDelivery: { show: true } };
  return mailTo ? { credentialDelivery: { to: mailTo } } : {};
};

/** The rows of a file or the one of the arguments. Throws a Fault (usage). */
const rowsFrom = async (from: string | undefined, pairs: readonly string[], empties: boolean): Promise<Row[]> => {
  if (from === undefined) {
    if (pairs.length === 0) throw usageFault('Say what: properties such as department=Sales, or a file by --from.');
    return [{ line: 1, body: bodyOfPairs(pairs) }];
  }
  if (pairs.length > 0) throw usageFault('Give properties or a file by --from: not both at once.');
  const { rowsOf } = await import('../input/rows.ts');
  return rowsOf(from, { empties });
};

const nameIn = ({ line, body }: Row): string => String(body.userPrincipalName ?? body.id ?? `row ${line}`);

const add = async (context: Context<From & Delivery>, pairs: readonly string[]): Promise<void> => {
  const rows = await rowsFrom(context.chosen.from, pairs, false);
  await forEach(context, rows, {
    outcome: 'created',
    nameOf: nameIn,
    act: async ({ body }) => {
      // With a key a request that broke is made again, and nobody comes about twice.
      const key = { 'idempotency-key': randomUUID() };
      const made = await context.call('POST', '/v1.0/users', { ...deliveryOf(context.chosen), ...body }, key);
      const { id, passwordProfile } = made as { id: string; passwordProfile?: { password?: string } };
      return { id, ...(passwordProfile?.password && { newPassword: passwordProfile.password }) };
    },
  });
};

const set = async (context: Context<From>, user: string | undefined, pairs: readonly string[]): Promise<void> => {
  const rows = await rowsFrom(context.chosen.from, user === undefined ? [] : pairs, true);
  const named = rows.map(({ line, body: { id, ...body } }) => {
    const name = user ?? id ?? body.userPrincipalName;
    if (typeof name !== 'string' || name === '') throw usageFault(`Row ${line} has no id and no userPrincipalName.`);
    // Beside an id the user name is one to be given; alone it says who is meant.
    const { userPrincipalName: _name, ...others } = body;
    return { name, change: user !== undefined || typeof id === 'string' ? body : others };
  });
  await forEach(context, named, {
    outcome: 'updated',
    nameOf: ({ name }) => name,
    act: async ({ name, change }) => {
      await context.call('PATCH', `/v1.0/users/${encodeURIComponent(name)}`, change);
      return undefined;
    },
  });
};

/** Adds them to `users`. */
export const addWritingOfUsers = (users: Command): void => {
  withDelivery(users.command('add').description('add people'))
    .argument('[property...]', 'properties such as displayName="Ada Lovelace" passwordProfile.password=…')
    .option(
      '--from <file>',
      'people of a file: JSON lines, a JSON list, or CSV with Graph’s property names; - is standard input',
    )
    .addHelpText(
      'after',
      `
Examples:
  muster users add userPrincipalName=ada@contoso.com displayName="Ada Lovelace" department=Sales
  muster users add --from people.csv -o csv
  generate | muster users add --from - --show -o jsonl
A file with other headings, or of thousands: muster imports run people.csv`,
    )
    .action(verb<From & Delivery>((context, pairs: string[]) => add(context, pairs)));
  users
    .command('set')
    .description('change people')
    .argument('[user]', 'user name or id')
    .argument('[property...]', 'properties such as department=Sales; one without a value is emptied')
    .option('--from <file>', 'changes of a file, each with id or userPrincipalName; - is standard input')
    .addHelpText(
      'after',
      `
Examples:
  muster users set ada@contoso.com jobTitle=Director department=
  muster users list --department Sales -o csv --select id,officeLocation > offices.csv
  muster users set --from offices.csv`,
    )
    .action(verb<From>((context, user: string | undefined, pairs: string[]) => set(context, user, pairs)));
};
