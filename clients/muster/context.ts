/** What a verb works with: the API, and ways to print and to say something. */
import type { Command } from 'commander';
import type { Call } from '../imports/call.ts';
import type { Chosen } from './chosen.ts';
import { givenText } from './input/standard-input.ts';
import type { Columns } from './output/print.ts';

/** What a verb works with; `Own` are the options of the verb itself. */
export type Context<Own extends object = object> = {
  chosen: Chosen & Own;
  /** Asks the API. Who asks is found at the first call. */
  call: Call;
  /** Data, on standard output, as it was chosen; `columns` are those of a table. */
  print: (data: unknown, columns?: Columns) => Promise<void>;
  /** Words, on standard error. */
  say: (sentence: string) => void;
};

/** A verb: its arguments come after what it works with. */
export type Verb<Own extends object> = (context: Context<Own>, ...given: never[]) => Promise<void>;

/** The action of a command, as commander calls it: its arguments, its options, and itself. */
export const verb =
  <Own extends object = object>(run: Verb<Own>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const chosen = command.optsWithGlobals() as Chosen & Own;
    if (chosen.query !== undefined) (await import('./output/query.ts')).refuseNoQuery(chosen.query);
    // Before a verb reads names from standard input: the token is its first line.
    if (chosen.token !== undefined) chosen.token = await givenText(chosen.token, '--token');
    await run(contextOf(chosen), ...(given.slice(0, -2) as never[]));
  };

const contextOf = <Own extends object>(chosen: Chosen & Own): Context<Own> => {
  let connected: Promise<Call> | undefined;
  const connect = async (): Promise<Call> => {
    const { connection } = await import('./profile/connection.ts');
    const { createCall } = await import('../imports/call.ts');
    const { url, token } = await connection(chosen);
    return createCall(url, token);
  };
  return {
    chosen,
    call: async (...request) => {
      connected ??= connect();
      return (await connected)(...request);
    },
    print: async (data, columns) => {
      const { textOf } = await import('./output/print.ts');
      process.stdout.write(await textOf(data, chosen, columns));
    },
    say: (sentence) => {
      if (!chosen.quiet) console.error(sentence);
    },
  };
};
