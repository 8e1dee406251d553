/** Runs the command: what it says of errors, and the exit code that it ends with. */
import { type Command, CommanderError } from 'commander';
import { outputs } from './chosen.ts';
import { exitCodes } from './fault.ts';
import { operatorsVerbs } from './operators-verbs.ts';
import { musterProgram } from './program.ts';

/** Runs it with arguments as a process has them; sets the exit code. */
export const runMuster = async (argv: readonly string[]): Promise<void> => {
  const [node = '', program = '', name = '', ...rest] = argv;
  const operators = Object.hasOwn(operatorsVerbs, name) ? operatorsVerbs[name] : undefined;
  if (operators) return operators.run([node, program, ...rest]);
  if (argv.includes('--no-color')) process.env.NO_COLOR = '1';
  const command = musterProgram();
  if (name === 'complete') (await import('@bomb.sh/tab/commander')).default(command);
  try {
    await command.parseAsync(argv);
  } catch (error) {
    process.exitCode = await codeOf(error, outputIn(argv), listVerb(command, name));
  }
};

/** commander has said what it has to say: --help and --version end it like a fault. */
const codeOf = async (error: unknown, output: string, list: string | undefined): Promise<number> => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const { errorText, toldOf } = await import('./explain.ts');
  const told = toldOf(error, list);
  console.error(errorText(told, output));
  return told.exitCode;
};

/** The command that lists what the verb is about, where there is one. */
const listVerb = (command: Command, name: string): string | undefined => {
  const verbs = command.commands.find((each) => each.name() === name)?.commands ?? [];
  return verbs.some((each) => each.name() === 'list') ? `muster ${name} list` : undefined;
};

/** The output that was chosen, where parsing may have ended before it was read. */
const outputIn = (argv: readonly string[]): string => {
  const at = argv.findIndex((word) => /^(-o|--output)(=|$)/.test(word));
  const [, joined] = (argv[at] ?? '').split('=');
  const given = joined ?? argv[at + 1] ?? '';
  return at !== -1 && outputs.some((one) => one === given) ? given : 'table';
};
