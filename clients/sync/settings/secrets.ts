/** Secrets: from the environment, or from a file that nobody else may read. Never from the settings or the command line. */
import { readFileSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { SyncFault } from '../sync-fault.ts';

/** Where a secret is: a file where the settings name one, else a variable. */
export type SecretPlace = { file: string | undefined; variable: string };

/** The secret, without the line break that an editor puts behind it. Rejects for an empty one. */
export const readSecret = ({ file, variable }: SecretPlace, environment: NodeJS.ProcessEnv): string => {
  const secret = file === undefined ? (environment[variable] ?? '') : inFile(file, environment);
  if (secret !== '') return secret;
  const place = file === undefined ? `Put it into ${variable}, or name a file in the settings` : `${file} is empty`;
  throw new SyncFault('SecretMissing', `A secret is missing. ${place}.`, { exit: 2 });
};

const inFile = (file: string, environment: NodeJS.ProcessEnv): string => {
  try {
    // Windows has no such bits: there the file's access list says who may read it.
    const isOpen = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
    if (isOpen && !isCredential(file, environment)) {
      throw new SyncFault('SecretReadable', `Others may read ${file}: chmod 600 ${file}, and change what is in it.`, {
        exit: 2,
      });
    }
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof SyncFault) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new SyncFault('SecretMissing', `${file} cannot be read (${code}).`, { exit: 2, cause: error });
  }
};

/** systemd's own folder, whose access list shows as a mode that looks open. */
const isCredential = (file: string, { CREDENTIALS_DIRECTORY: folder }: NodeJS.ProcessEnv): boolean =>
  folder !== undefined && folder !== '' && resolve(file).startsWith(resolve(folder) + sep);
