/** CPU that the local engine has used, its database included. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts a process's time in these, whatever its own clock does. */
const millisecondsOfTick = 10;

/** Milliseconds of CPU so far: of this process with all its threads, and of the database on the data folder. Linux only. */
export const usedCpu = (dataFolder: string): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + ofProcess(databaseOf(dataFolder));
};

/** The process id of the database that an engine runs on this folder. */
export const databaseOf = (dataFolder: string): number =>
  Number(readFileSync(join(dataFolder, 'dynamodb.pid'), 'utf8').split('\n')[0]);

const ofProcess = (pid: number): number => {
  // Its name, in parentheses, may hold spaces.
  const [, fields = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) * millisecondsOfTick;
};
