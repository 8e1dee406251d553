/** An import into real stores with all that provisions it, in this process. */

import { provisionChunk } from '../../shared/work/imports/rows/provision-chunk.ts';
import { hashChosenPassword } from '../../shared/work/passwords/password-hash.ts';
import type { CredentialMessage } from '../../shared/work/queues.ts';
import { importInProcess, now } from './import-in-process.ts';
import { noCredentials } from './no-credentials.ts';
import type { PeopleFile } from './people-file.ts';
import { organisation, policy } from './settings.ts';
import type { Stores } from './stores-of.ts';

/** Imports the file; returns the messages that would have gone to the queue of credentials. */
export const importInto = async (stores: Stores, file: PeopleFile): Promise<CredentialMessage[]> => {
  const credentials: CredentialMessage[] = [];
  const ports = {
    ...stores,
    ...noCredentials,
    sealer: { open: () => Promise.reject(new Error('the file has no passwords')) },
    queues: {
      credentials: async (messages: readonly CredentialMessage[]) => void credentials.push(...messages),
      files: async () => {},
    },
    hashSlowly: hashChosenPassword,
    organisation,
    policy,
    now,
  };
  await importInProcess(file, {
    ...stores,
    takeChunk: async (chunk) => {
      await provisionChunk(chunk, ports);
    },
  });
  return credentials;
};
