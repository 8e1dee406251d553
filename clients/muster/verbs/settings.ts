/** `muster domains` and `organization`. */
import type { Command } from 'commander';
import { type Context, verb } from '../context.ts';
import { bodyOfPairs } from '../input/pairs.ts';
import { itemsOf } from '../lists.ts';

const pairs = [
  '<property...>',
  'properties such as preferredLanguage=de; one without a value goes back to the settings file',
] as const;

/** The organisation: a collection of one, as in Graph. */
const organization = async ({ call }: Context): Promise<{ id: string }> =>
  ((await call('GET', '/v1.0/organization')) as { value: [{ id: string }] }).value[0];

/** Adds them to the program. */
export const addSettings = (program: Command): void => {
  const domains = program.command('domains').description('domains, and how long passwords live at them');
  const columns = {
    Domain: 'id',
    Default: 'isDefault',
    'Days of a password': 'passwordValidityPeriodInDays',
    'Warned days before': 'passwordNotificationWindowInDays',
  };
  const addressOf = (id: string) => `/v1.0/domains/${encodeURIComponent(id)}`;
  domains
    .command('list')
    .description('list the domains')
    .action(
      verb(async (context) => context.print(await itemsOf(context, '/v1.0/domains', { isPaged: false }), columns)),
    );
  domains
    .command('get')
    .description('show a domain')
    .argument('<domain>', 'its name')
    .action(verb(async ({ call, print }, id: string) => print(await call('GET', addressOf(id)), columns)));
  domains
    .command('set')
    .description('set how long passwords live at a domain')
    .argument('<domain>', 'its name')
    .argument(...pairs)
    .addHelpText('after', '\nExample:\n  muster domains set contoso.com passwordValidityPeriodInDays=90')
    .action(
      verb(async ({ call, print }, id: string, given: string[]) => {
        await call('PATCH', addressOf(id), bodyOfPairs(given));
        await print(await call('GET', addressOf(id)), columns);
      }),
    );
  const own = program.command('organization').description('the organisation: name, contacts, language, country');
  own
    .command('get')
    .description('show the organisation')
    .action(verb(async (context) => context.print(await organization(context))));
  own
    .command('set')
    .description('change the organisation')
    .argument(...pairs)
    .action(
      verb(async (context, given: string[]) => {
        const { id } = await organization(context);
        await context.call('PATCH', `/v1.0/organization/${encodeURIComponent(id)}`, bodyOfPairs(given));
        await context.print(await organization(context));
      }),
    );
};
