/** A file that says which process holds something, so that a process left behind by a crash is told from a new one. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * When a process began, as its system tells it, since a process id alone may have been given to another one; undefined
 * when it does not run. A zombie does not: in a container nobody may ever come to bury it.
 */
const begunAt = (pid: number): string | undefined => {
  if (!isThere(pid)) return undefined;
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', PATH: process.env.PATH },
  });
  const [state = '', ...begun] = (stdout ?? '').trim().split(/\s+/);
  return state.startsWith('Z') ? undefined : begun.join(' ');
};

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The id of the process that the file names, if it still runs. */
export const runningProcess = (file: string): number | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const [id, begun] = text.split('\n');
  const pid = Number(id);
  return pid > 0 && begunAt(pid) === begun ? pid : undefined;
};

/** Writes a process into the file. With `exclusive` it throws EEXIST when the file is there. */
export const recordProcess = (file: string, pid: number, { exclusive = false } = {}): void =>
  writeFileSync(file, `${pid}\n${begunAt(pid)}\n`, { flag: exclusive ? 'wx' : 'w' });

/** Removes the file. */
export const forgetProcess = (file: string): void => rmSync(file, { force: true });
