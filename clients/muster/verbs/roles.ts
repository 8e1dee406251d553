/** `muster roles`. */
import type { Command } from 'commander';
import { withTop } from '../chosen.ts';
import { type Context, verb } from '../context.ts';
import { forEach } from '../each.ts';
import { Fault } from '../fault.ts';
import { whom } from '../input/whom.ts';
import { itemsOf, type Wanted } from '../lists.ts';

type Role = { id: string; displayName: string };

/** The role of a name, in any case, or of an id. Throws a Fault that names those that there are. */
const roleOf = async (context: Context, name: string): Promise<Role> => {
  const roles = (await itemsOf(context, '/v1.0/directoryRoles', { isPaged: false })) as Role[];
  const found = roles.find(({ id, displayName }) => [id, displayName.toLowerCase()].includes(name.toLowerCase()));
  if (found) return found;
  throw new Fault(`There is no role ${name}. They are: ${roles.map(({ displayName }) => displayName).join(', ')}.`);
};

const give = async (context: Context, name: string, given: string[]): Promise<void> => {
  const { id } = await roleOf(context, name);
  await forEach(context, await whom(context, given), {
    outcome: 'added',
    nameOf: (user) => user,
    act: async (user) => {
      // The host of the address counts for nothing: its last part says who is meant.
      const member = { '@odata.id': `https://muster/v1.0/users/${encodeURIComponent(user)}` };
      await context.call('POST', `/v1.0/directoryRoles/${id}/members/$ref`, member);
      return undefined;
    },
  });
};

const take = async (context: Context, name: string, given: string[]): Promise<void> => {
  const { id } = await roleOf(context, name);
  await forEach(context, await whom(context, given), {
    outcome: 'removed',
    nameOf: (user) => user,
    act: async (user) => {
      const person = (await context.call('GET', `/v1.0/users/${encodeURIComponent(user)}?$select=id`)) as {
        id: string;
      };
      await context.call('DELETE', `/v1.0/directoryRoles/${id}/members/${person.id}/$ref`);
      return undefined;
    },
  });
};

/** Adds them to the program. */
export const addRoles = (program: Command): void => {
  const roles = program.command('roles').description('administrator roles, and who holds them');
  const columns = { Role: 'displayName', 'What it is for': 'description' };
  roles
    .command('list')
    .description('list the administrator roles')
    .action(
      verb(async (context) =>
        context.print(await itemsOf(context, '/v1.0/directoryRoles', { isPaged: false }), columns),
      ),
    );
  withTop(roles.command('members').description('list who holds a role'))
    .argument('<role>', 'name or id')
    .action(
      verb<Wanted>(async (context, name: string) => {
        const { id } = await roleOf(context, name);
        const people = { 'User name': 'userPrincipalName', Name: 'displayName', Enabled: 'accountEnabled' };
        await context.print(await itemsOf(context, `/v1.0/directoryRoles/${id}/members`), people);
      }),
    );
  const users = ['<user...>', 'user names or ids; - reads them from standard input'] as const;
  roles
    .command('add')
    .description('give people a role')
    .argument('<role>', 'name or id')
    .argument(...users)
    .addHelpText('after', '\nExample:\n  muster roles add "Helpdesk Administrator" ada@contoso.com')
    .action(verb((context, name: string, given: string[]) => give(context, name, given)));
  roles
    .command('remove')
    .description('take a role from people')
    .argument('<role>', 'name or id')
    .argument(...users)
    .action(verb((context, name: string, given: string[]) => take(context, name, given)));
};
