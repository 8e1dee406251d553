/** `npm run check`, as an operator runs it. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Report } from '../../../clients/check/check-state.ts';

/** What the command printed, and how it ended. */
export type CheckRun = { code: number | null; printed: string; faults: string };

/** Runs it against the system that wrote this outputs file; texts that may stand nowhere come by standard input. */
export const runCheck = async (
  outputsFile: string,
  { options = [], secrets }: { options?: readonly string[]; secrets?: readonly string[] } = {},
): Promise<CheckRun> => {
  const program = [
    'clients/check-state.ts',
    '--outputs',
    outputsFile,
    ...(secrets ? ['--secrets', '-'] : []),
    ...options,
  ];
  const child = spawn(process.execPath, program);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdin.end((secrets ?? []).join('\n'));
  const [printed, faults, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, printed, faults };
};

/** What it found, as it tells it to programs. */
export const checked = async (
  outputsFile: string,
  more: { options?: readonly string[]; secrets?: readonly string[] } = {},
): Promise<Report> => {
  const { printed, faults } = await runCheck(outputsFile, { ...more, options: ['--json', ...(more.options ?? [])] });
  if (printed === '') throw new Error(`The check came to nothing: ${faults}`);
  return JSON.parse(printed);
};
