/** Dead letters as an operator handles them: by `npm run redrive`. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '../../../clients/redrive-messages.ts');

/** Runs it for the system of an outputs file, and returns what it printed. */
export const redrive = async (outputsFile: string, ...options: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--outputs', outputsFile, ...options]);
  return stdout;
};
