/** `muster migrations`: batches of people whose mail comes from Exchange or IMAP. */
import { type Command, Option } from 'commander';
import { withTop } from '../chosen.ts';
import { verb } from '../context.ts';
import { confirm } from '../input/ask.ts';
import { itemsOf, type Wanted } from '../lists.ts';
import { addressOf, batchColumns, batchesPath, batchPairs, followBatch, tellOf } from './migrations-batch.ts';
import { addCheckOfMigrations } from './migrations-check.ts';
import { addNewOfMigrations } from './migrations-new.ts';

const userColumns = {
  Row: 'rowNumber',
  'User name': 'userPrincipalName',
  Status: 'status',
  Mailbox: 'mailbox',
  'Licence until': 'mailboxGraceEndDateTime',
  'What to do': 'error.message',
};

const acts = [
  { name: 'start', description: 'let a batch begin, or go on after it was stopped', waits: true },
  { name: 'stop', description: 'have a batch stop; rows keep what became of them', waits: false },
  { name: 'complete', description: 'say that the mail is moved: nothing else changes', waits: false },
] as const;

/** Adds them to the program. */
export const addMigrations = (program: Command): void => {
  const migrations = program
    .command('migrations')
    .description('batches of people from Exchange or IMAP: accounts and their 30 days; no mail is moved');
  const withId = (name: string, description: string) =>
    migrations.command(name).description(description).argument('<id>', 'id of the batch');
  withTop(migrations.command('list').description('list batches, newest first')).action(
    verb<Wanted>(async (context) => context.print(await itemsOf(context, batchesPath), batchColumns)),
  );
  withId('get', 'show a batch').action(
    verb(async ({ call, print }, id: string) => print(await call('GET', addressOf(id)), batchPairs)),
  );
  addNewOfMigrations(migrations);
  for (const { name, description, waits } of acts) {
    const command = withId(name, description);
    if (waits) command.option('--wait', 'follow it until each row has its outcome');
    command.action(
      verb<{ wait?: true }>(async (context, id: string) => {
        const { wait = false } = context.chosen;
        const told = await context.call('POST', `${addressOf(id)}/${name}`);
        await tellOf(context, wait ? await followBatch(context, id) : told, wait);
      }),
    );
  }
  addUsersOfMigrations(withId('users', 'say what became of each row, and how the mailboxes are'));
  withId('remove', 'take a batch off the list; its people, its import and the report stay').action(
    verb(async ({ call, say, chosen }, id: string) => {
      await confirm(`Removing the batch ${id}`, chosen);
      await call('DELETE', addressOf(id));
      say('It is removed.');
    }),
  );
  addCheckOfMigrations(migrations);
};

const addUsersOfMigrations = (command: Command): void => {
  withTop(command)
    .addOption(new Option('--mailbox <state>', 'mailboxes in this state').choices(['grace', 'active', 'disabled']))
    .addOption(
      new Option('--status <status>', 'rows that came to this')
        .choices(['Synced', 'Completed', 'Failed', 'Stopped', 'Skipped'])
        .conflicts('mailbox'),
    )
    .addHelpText('after', '\nWhose 30 days run:\n  muster migrations users 0d1c… --mailbox grace --all')
    .action(
      verb<Wanted & { mailbox?: string; status?: string }>(async (context, id: string) => {
        const { mailbox, status } = context.chosen;
        const byMailbox = mailbox === undefined ? undefined : `mailbox eq '${mailbox}'`;
        const $filter = status === undefined ? byMailbox : `statusSummary eq '${status}'`;
        await context.print(await itemsOf(context, `${addressOf(id)}/users`, { query: { $filter } }), userColumns);
      }),
    );
};
