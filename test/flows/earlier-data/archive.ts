/** A data folder as one small file. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Of a moment's use only, or made anew at each start. */
const leftOut = ['assembly', 'logs', 'clock', 'engine.pid', 'dynamodb.pid', 'outputs.json', 'aws.env'];

const databases = ['dynamodb.db', 'queues/fauxqs.db'];

/** Packs a data folder that no engine holds. Its databases get rid of what is written twice or was removed: it is most. */
export const pack = (dataFolder: string, archive: string): void => {
  for (const name of databases) {
    const database = new DatabaseSync(join(dataFolder, name));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
  const without = leftOut.map((name) => `--exclude=./${name}`);
  execFileSync('tar', [...without, '-czf', archive, '-C', dataFolder, '.']);
};

/** Makes a data folder of what was packed. */
export const unpack = (archive: string, dataFolder: string): void => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  execFileSync('tar', ['-xzf', archive, '-C', dataFolder]);
};
