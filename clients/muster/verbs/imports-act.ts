/** What is done to an import that is there: apply, cancel, resume, undo, send credentials. */
import type { Command } from 'commander';
import { type Context, verb } from '../context.ts';
import { confirm } from '../input/ask.ts';
import { followAndTell, importColumns, named } from './imports-run.ts';

type Own = { wait?: true };

const actions = [
  { name: 'apply', description: 'do what a dry run showed' },
  { name: 'cancel', description: 'have an import stop' },
  { name: 'resume', description: 'have an import go on that was cancelled, or is on hold' },
  {
    name: 'undo',
    description: 'take back what an import did',
    asks: 'Mail that went out stays out, and taking an import back',
  },
] as const satisfies readonly { name: string; description: string; asks?: string }[];

type Action = { name: string; description: string; asks?: string };

const act = async (context: Context<Own>, { name, asks }: Action, id: string): Promise<void> => {
  if (asks !== undefined) await confirm(asks, context.chosen);
  const going = (await context.call('POST', `/v1.0/imports/${encodeURIComponent(id)}/${name}`)) as { id: string };
  if (context.chosen.wait) await followAndTell(context, going.id);
  else await context.print(named(going), importColumns);
};

/** Adds them to `imports`. */
export const addActsOfImports = (imports: Command): void => {
  for (const action of actions as readonly Action[]) {
    imports
      .command(action.name)
      .description(action.description)
      .argument('<id>', 'id of the import')
      .option('--wait', 'follow it to its end')
      .action(verb<Own>((context, id: string) => act(context, action, id)));
  }
  imports
    .command('send-credentials')
    .description('send the credentials that an import kept back')
    .argument('<id>', 'id of the import')
    .option('--resend', 'new ones to whoever got some and has not signed in; the former ones are dead')
    .action(
      verb<{ resend?: true }>(async ({ call, say, chosen: { resend, yes } }, id: string) => {
        if (resend) await confirm('New passwords for whoever has not signed in', { ...(yes && { yes }) });
        await call('POST', `/v1.0/imports/${encodeURIComponent(id)}/sendCredentials`, resend ? { resend } : undefined);
        say('The mails go out in the background.');
      }),
    );
};
