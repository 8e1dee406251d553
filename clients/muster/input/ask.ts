/** Questions to whoever sits at the terminal. They are put on standard error, since standard output is for data. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { exitCodes, Fault, usageFault } from '../fault.ts';

/** Whether somebody is there to be asked. */
export const isAtTerminal = (): boolean => Boolean(process.stdin.isTTY && process.stderr.isTTY);

const silent = () => new Writable({ write: (_piece, _encoding, done) => done() });

const put = (question: string, { isHidden }: { isHidden: boolean }): Promise<string> => {
  const asked = createInterface({ input: process.stdin, output: isHidden ? silent() : process.stderr, terminal: true });
  if (isHidden) process.stderr.write(question);
  return new Promise((resolve, reject) => {
    asked.once('SIGINT', () => {
      asked.close();
      process.stderr.write('\n');
      reject(new Fault('Nothing was done.', exitCodes.usage));
    });
    asked.question(isHidden ? '' : question, (answer) => {
      asked.close();
      if (isHidden) process.stderr.write('\n');
      resolve(answer);
    });
  });
};

/** Asks for a text. */
export const ask = (question: string): Promise<string> => put(question, { isHidden: false });

/** Asks for a text that is not shown while it is typed. */
export const askHidden = (question: string): Promise<string> => put(question, { isHidden: true });

/** Options after which a secret may stand. */
const secretOptions = /^--(token|password|client-secret)$/;

/** The command as it was called, for a shell, with `--yes`; no secret of it is shown. */
export const sameCommandWithYes = (argv: readonly string[] = process.argv): string => {
  const words = argv.slice(2).map((word, index, all) => {
    if (secretOptions.test(all[index - 1] ?? '')) return '-';
    const [name = '', joined] = word.split('=');
    return joined !== undefined && secretOptions.test(name) ? `${name}=-` : word;
  });
  return ['muster', ...words, '--yes'].map(quoted).join(' ');
};

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/**
 * Goes on where what cannot be undone is meant: by `--yes`, or by a yes at the terminal. Throws a Fault (usage) otherwise,
 * with the command that would do it where nobody can be asked.
 */
export const confirm = async (what: string, { yes }: { yes?: true }): Promise<void> => {
  if (yes) return;
  if (!isAtTerminal()) throw usageFault(`${what} cannot be undone. To do it: ${sameCommandWithYes()}`);
  const answer = await ask(`${what} cannot be undone. Go on? [y/N] `);
  if (!/^y(es)?$/i.test(answer.trim())) throw usageFault('Nothing was done.');
};
