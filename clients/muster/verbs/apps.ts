/** `muster apps`: applications and their secrets. */
import type { Command } from 'commander';
import { withTop } from '../chosen.ts';
import { verb } from '../context.ts';
import { confirm } from '../input/ask.ts';
import { itemsOf, type Wanted } from '../lists.ts';

const columns = { Id: 'id', 'Client id': 'appId', Name: 'displayName', Roles: 'roles' };

const addressOf = (id: string): string => `/v1.0/applications/${encodeURIComponent(id)}`;

/** Adds them to the program. */
export const addApps = (program: Command): void => {
  const apps = program.command('apps').description('applications that ask the API, and their secrets');
  const withId = (name: string, description: string) =>
    apps.command(name).description(description).argument('<id>', 'id of the application');
  withTop(apps.command('list').description('list applications')).action(
    verb<Wanted>(async (context) => context.print(await itemsOf(context, '/v1.0/applications'), columns)),
  );
  withId('get', 'show an application').action(
    verb(async ({ call, print }, id: string) => print(await call('GET', addressOf(id)))),
  );
  apps
    .command('add')
    .description('add an application')
    .argument('<name>', 'what it is called')
    .option('--role <role...>', 'administrator roles that it may use')
    .action(
      verb<{ role?: string[] }>(async ({ call, print, chosen: { role: roles = [] } }, displayName: string) =>
        print(await call('POST', '/v1.0/applications', { displayName, roles }), columns),
      ),
    );
  withId('set', 'change the name or the roles of an application')
    .option('--name <name>', 'what it is called')
    .option('--role <role...>', 'all roles that it may use')
    .action(
      verb<{ name?: string; role?: string[] }>(async ({ call, print, chosen: { name, role } }, id: string) => {
        await call('PATCH', addressOf(id), { ...(name && { displayName: name }), ...(role && { roles: role }) });
        await print(await call('GET', addressOf(id)), columns);
      }),
    );
  withId('delete', 'remove an application; its tokens are dead at once').action(
    verb(async ({ call, say, chosen }, id: string) => {
      await confirm(`Removing the application ${id}`, chosen);
      await call('DELETE', addressOf(id));
      say('It is removed.');
    }),
  );
  withId('add-secret', 'make a client secret, which is shown this once')
    .option('--name <name>', 'what it is for')
    .option('--until <moment>', 'when it ends, such as 2026-12-31T00:00:00Z; 180 days without one')
    .action(
      verb<{ name?: string; until?: string }>(async ({ call, print, chosen: { name, until } }, id: string) => {
        const passwordCredential = { ...(name && { displayName: name }), ...(until && { endDateTime: until }) };
        const shown = { 'Key id': 'keyId', Secret: 'secretText', 'Good until': 'endDateTime' };
        await print(await call('POST', `${addressOf(id)}/addPassword`, { passwordCredential }), shown);
      }),
    );
  withId('remove-secret', 'remove a client secret; the tokens got with it are dead at once')
    .argument('<key-id>', 'id of the secret')
    .action(
      verb(async ({ call, say, chosen }, id: string, keyId: string) => {
        await confirm(`Removing the secret ${keyId}`, chosen);
        await call('POST', `${addressOf(id)}/removePassword`, { keyId });
        say('It is removed.');
      }),
    );
};
