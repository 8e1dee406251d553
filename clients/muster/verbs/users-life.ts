/** What is done to people who are there: block, sign out, reset, delete, restore. */
import type { Command } from 'commander';
import { type Context, verb } from '../context.ts';
import { forEach } from '../each.ts';
import { Fault } from '../fault.ts';
import { confirm } from '../input/ask.ts';
import { type Common, quoted, whom, withCommon } from '../input/whom.ts';
import { deliveryOf, withDelivery } from './users-write.ts';

/** Graph's id of the one kind of password that there is. */
const passwordMethod = '28c10230-6103-485e-b985-444c60001490';

const addressOf = (user: string): string => `/v1.0/users/${encodeURIComponent(user)}`;

/** What is done to each; `method`, path behind the person, and body. */
type Plain = { name: string; description: string; outcome: string; ask: (user: string) => [string, string, object?] };

const plain: readonly Plain[] = [
  {
    name: 'block',
    description: 'keep people from signing in',
    outcome: 'blocked',
    ask: (user) => ['PATCH', addressOf(user), { accountEnabled: false }],
  },
  {
    name: 'unblock',
    description: 'let people sign in again',
    outcome: 'unblocked',
    ask: (user) => ['PATCH', addressOf(user), { accountEnabled: true }],
  },
  {
    name: 'sign-out',
    description: 'end every session of people',
    outcome: 'signed out',
    ask: (user) => ['POST', `${addressOf(user)}/revokeSignInSessions`],
  },
  {
    name: 'delete',
    description: 'delete people, who can be restored for 30 days',
    outcome: 'deleted',
    ask: (user) => ['DELETE', addressOf(user)],
  },
];

const usersArgument = ['[user...]', 'user names or ids; - reads them from standard input'] as const;

/** The id of somebody deleted. Throws a Fault where a name means nobody, or several. */
const deletedId = async ({ call }: Pick<Context, 'call'>, user: string): Promise<string> => {
  if (!user.includes('@')) return user;
  const query = new URLSearchParams({ $filter: `userPrincipalName eq ${quoted(user)}`, $select: 'id,deletedDateTime' });
  const found = (await call('GET', `/v1.0/directory/deletedItems/microsoft.graph.user?${query}`)) as {
    value: { id: string; deletedDateTime: string }[];
  };
  const [one, ...others] = found.value;
  if (one === undefined) throw new Fault(`Nobody who is deleted had the user name ${user}.`);
  if (others.length === 0) return one.id;
  const list = found.value.map(({ id, deletedDateTime }) => `${id} (${deletedDateTime})`).join(', ');
  throw new Fault(`Several who are deleted had the user name ${user}. Name one by id: ${list}.`);
};

const reset = async (context: Context<Common & { mailTo?: string[]; show?: true }>, users: string[]): Promise<void> => {
  const meant = await whom(context, users);
  await confirm(`A new password for ${meant.length === 1 ? meant[0] : `${meant.length} people`}`, context.chosen);
  await forEach(context, meant, {
    outcome: 'reset',
    nameOf: (user) => user,
    act: async (user) => {
      const path = `${addressOf(user)}/authentication/methods/${passwordMethod}/resetPassword`;
      const { newPassword } = (await context.call('POST', path, deliveryOf(context.chosen))) as {
        newPassword?: string;
      };
      return newPassword === undefined ? {} : { newPassword };
    },
  });
};

const purge = async (context: Context, users: string[]): Promise<void> => {
  const meant = await whom(context, users);
  await confirm(`Removing ${meant.length === 1 ? meant[0] : `${meant.length} people`} for good`, context.chosen);
  await forEach(context, meant, {
    outcome: 'removed',
    nameOf: (user) => user,
    act: async (user) => {
      await context.call('DELETE', `/v1.0/directory/deletedItems/${await deletedId(context, user)}`);
      return undefined;
    },
  });
};

const restore = async (context: Context<Common & { userName?: string }>, users: string[]): Promise<void> => {
  const { userName: newUserPrincipalName } = context.chosen;
  const meant = await whom(context, users);
  if (newUserPrincipalName !== undefined && meant.length > 1)
    throw new Fault('One person alone takes a new user name.', 2);
  await forEach(context, meant, {
    outcome: 'restored',
    nameOf: (user) => user,
    act: async (user) => {
      const path = `/v1.0/directory/deletedItems/${await deletedId(context, user)}/restore`;
      await context.call('POST', path, newUserPrincipalName === undefined ? undefined : { newUserPrincipalName });
      return undefined;
    },
  });
};

/** Adds them to `users`. */
export const addLifeOfUsers = (users: Command): void => {
  for (const { name, description, outcome, ask } of plain) {
    withCommon(users.command(name).description(description))
      .argument(...usersArgument)
      .action(
        verb<Common>(async (context, given: string[]) =>
          forEach(context, await whom(context, given), {
            outcome,
            nameOf: (user) => user,
            act: async (user) => {
              await context.call(...ask(user));
              return undefined;
            },
          }),
        ),
      );
  }
  withDelivery(withCommon(users.command('reset-password').description('give people new passwords')))
    .argument(...usersArgument)
    .addHelpText(
      'after',
      `
The old password and every session are dead at once. Without --mail-to and --show the API mails the new one.

Examples:
  muster users reset-password ada@contoso.com --show
  muster users reset-password --department Sales --yes`,
    )
    .action(verb<Common & { mailTo?: string[]; show?: true }>((context, given: string[]) => reset(context, given)));
  users
    .command('restore')
    .description('restore people who are deleted, by id or the user name that they had')
    .argument(...usersArgument)
    .option('--user-name <name>', 'another user name, where somebody else has the old one')
    .action(verb<Common & { userName?: string }>((context, given: string[]) => restore(context, given)));
  users
    .command('purge')
    .description('remove people who are deleted for good')
    .argument(...usersArgument)
    .action(verb((context, given: string[]) => purge(context, given)));
};
