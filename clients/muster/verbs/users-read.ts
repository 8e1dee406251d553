/** `muster users list` and `get`. */
import { type Command, Option } from 'commander';
import { withTop } from '../chosen.ts';
import { verb } from '../context.ts';
import { type Common, filterOf, withCommon } from '../input/whom.ts';
import { itemsOf, type Wanted, withQuery } from '../lists.ts';

const columns = {
  'User name': 'userPrincipalName',
  Name: 'displayName',
  Department: 'department',
  Enabled: 'accountEnabled',
  Password: 'passwordState',
};

/** Properties that are asked for, where only top ones are named: the rest of a person stays where it is. */
const wanted = (select: string | undefined): string | undefined =>
  select
    ?.split(',')
    .map((name) => name.trim().split('.')[0])
    .join(',');

/** Adds them to `users`. */
export const addReadingOfUsers = (users: Command): void => {
  withTop(withCommon(users.command('list').alias('ls').description('list people')))
    .option('--deleted', 'people who are deleted and can be restored')
    .addOption(new Option('--orderby <order>', 'userPrincipalName or displayName, with asc or desc behind it'))
    .addHelpText(
      'after',
      `
Examples:
  muster users list --department Sales
  muster users list --unlicensed --all -o csv > unlicensed.csv
  muster users list --filter "startswith(displayName,'A')" --query '[].userPrincipalName'`,
    )
    .action(
      verb<Common & Wanted & { deleted?: true; orderby?: string }>(async (context) => {
        const { deleted, orderby, select, query } = context.chosen;
        const $select = query === undefined ? wanted(select) : undefined;
        const path = deleted ? '/v1.0/directory/deletedItems/microsoft.graph.user' : '/v1.0/users';
        const asked = { $filter: await filterOf(context), $orderby: orderby, $select };
        await context.print(await itemsOf(context, path, { query: asked }), columns);
      }),
    );
  users
    .command('get')
    .description('show a person')
    .argument('<user>', 'user name or id')
    .action(
      verb(async ({ call, print, chosen }, user: string) => {
        const $select = chosen.query === undefined ? wanted(chosen.select) : undefined;
        await print(await call('GET', withQuery(`/v1.0/users/${encodeURIComponent(user)}`, { $select })));
      }),
    );
};
