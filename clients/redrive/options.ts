/** The command line of `npm run redrive`. */
import { Command, Option } from 'commander';
import { stackOption } from '../aws/which-stack.ts';
import { fromCaller } from '../caller.ts';

/** What was asked for; `outputs` goes before `stack`, and `sendBack` is true for all queues. */
export type RedriveOptions = { stack?: string; outputs?: string; sendBack?: true | string[]; drop?: string[] };

/** The rights that it takes on the dead-letter queues and on those that letters go back to. */
export const rights =
  'cloudformation:DescribeStacks (not with --outputs); on the dead-letter queues sqs:ReceiveMessage, ' +
  'sqs:ChangeMessageVisibility, sqs:GetQueueAttributes, sqs:StartMessageMoveTask, sqs:ListMessageMoveTasks and ' +
  'sqs:DeleteMessage; on the queues beside them sqs:GetQueueAttributes and sqs:SendMessage';

/** How it is called as a script of npm; `muster` has another name for it. */
const npmScript = 'npm run -s redrive --';

/** The command; its options are read by `parse`. Ends the process for --help and for wrong options. */
export const redriveCommand = (name = npmScript): Command =>
  new Command(name)
    .description(
      'Shows the dead letters of a deployed Muster: messages that no function could work off in all their tries.\n' +
        'Of each it tells the age and the kind of work, by ids alone. Without an option nothing is changed.',
    )
    .option('--send-back [queue...]', 'send the letters of these queues, or of all, back to where they came from')
    .addOption(new Option('--drop <id...>', 'delete the letters with these ids for good').conflicts('sendBack'))
    .addOption(stackOption())
    .option(
      '--outputs <file>',
      'outputs file to find the queues by, instead of looking them up in the stack',
      fromCaller,
    )
    .addHelpText(
      'after',
      `
Send back once the cause is mended; each letter then has all its tries anew. Nothing can come about twice by it.
What comes back again and again, or is no work of its queue, is dropped by its id.

On this machine: npm run -s redrive -- --outputs .muster/outputs.json (an aws.env beside it says how AWS is reached).

Rights: ${rights}.`,
    )
    .showHelpAfterError(`Run \`${name} --help\` to see what there is.`);
