/** The command, run in this process without a terminal: what it prints, says, and ends with. */
import { runMuster } from '../../../clients/muster/run.ts';

/** What came of a call. */
export type Ran = { out: string; err: string; code: number };

/** Runs it with options and an environment; what it changes of the process is put back. */
export const runHere = async (options: readonly string[], environment: Record<string, string> = {}): Promise<Ran> => {
  const [before, argv, exitCode] = [{ ...process.env }, process.argv, process.exitCode];
  const written = { out: '', err: '' };
  const keep = (name: 'out' | 'err') => (chunk: unknown) => {
    written[name] += String(chunk);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(keep('out') as never),
    jest.spyOn(process.stderr, 'write').mockImplementation(keep('err') as never),
    jest.spyOn(console, 'error').mockImplementation((line: unknown) => void keep('err')(`${line}\n`)),
  ];
  Object.assign(process.env, { COLUMNS: '80', ...environment });
  process.argv = ['node', 'muster', ...options];
  process.exitCode = 0;
  try {
    await runMuster(process.argv);
    return { ...written, code: Number(process.exitCode) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    process.argv = argv;
    process.exitCode = exitCode;
  }
};
