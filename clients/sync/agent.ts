/** The agent of an organisation's directory, put together from its settings. */
import { readFileSync } from 'node:fs';
import { applicationToken } from './api/application-token.ts';
import { type SyncApi, syncApi } from './api/sync-api.ts';
import { connect, type Directory } from './directory/connection.ts';
import { directorySource } from './directory/directory-source.ts';
import { bytesIn } from './directory/entry.ts';
import { guidText } from './directory/guid.ts';
import { listMailboxes, type MailboxFile } from './mailboxes/list-mailboxes.ts';
import { mailboxScope } from './mailboxes/mailbox-scope.ts';
import { recipientAttributes } from './mailboxes/recipient.ts';
import { attributesToRead, mappingOf } from './mapping/mapping.ts';
import { type RunOutcome, runOnce } from './run/run-once.ts';
import { markOf } from './settings/mark.ts';
import { readSecret } from './settings/secrets.ts';
import type { SyncSettings } from './settings/settings.ts';
import type { SourceState } from './source/account-source.ts';
import { decodeWatermark } from './source/watermark.ts';
import { SyncFault } from './sync-fault.ts';

/** What the agent can be told to do. Everything rejects with a SyncFault. */
export type Agent = {
  api: SyncApi;
  run: (asked: { full: boolean; dryRun: boolean }, log: (sentence: string) => void) => Promise<RunOutcome>;
  /** Connects, and holds the account's rights and the scope against what a run needs. */
  check: () => Promise<SourceState>;
  /** The mailboxes of Exchange in the directory, as the file of a cutover migration. */
  mailboxes: () => Promise<MailboxFile>;
  /** The objectGUID of an entry, as the settings want it. */
  objectGuid: (dn: string) => Promise<string>;
};

/** The agent of these settings. The directory is connected to for each thing, so that a service holds nothing open. */
export const createAgent = (settings: SyncSettings, environment: NodeJS.ProcessEnv): Agent => {
  const { api: access, scope } = settings;
  const mapping = mappingOf(settings.mapping);
  const secret = () => readSecret({ file: access.clientSecretFile, variable: 'MUSTER_CLIENT_SECRET' }, environment);
  const lazily = { current: () => token().current(), renew: () => token().renew() };
  let made: ReturnType<typeof applicationToken> | undefined;
  const token = () => {
    made ??= applicationToken({ url: access.url, clientId: access.clientId, secret: secret() });
    return made;
  };
  const api = syncApi(access.url, lazily);
  const withDirectory = async <Result>(
    use: (directory: Directory) => Promise<Result>,
    first?: string,
  ): Promise<Result> => {
    const directory = await connect(directoryAccess(settings, environment, first));
    try {
      return await use(directory);
    } finally {
      await directory.close();
    }
  };
  const sourceOf = (directory: Directory) =>
    directorySource(directory, { scope, attributes: attributesToRead(mapping) });
  return {
    api,
    run: async (asked, log) => {
      const state = await api.state();
      const parts = { api, mapping, mark: markOf(settings), asked, now: () => new Date(), log };
      const { controller } = decodeWatermark(state.watermark) ?? {};
      return withDirectory((directory) => runOnce({ ...parts, source: sourceOf(directory) }, state), controller);
    },
    check: () => withDirectory((directory) => sourceOf(directory).state()),
    mailboxes: () =>
      withDirectory((directory) =>
        listMailboxes(directorySource(directory, { scope: mailboxScope(scope), attributes: recipientAttributes })),
      ),
    objectGuid: (dn) =>
      withDirectory(async (directory) => {
        const entry = await directory.entry(dn, ['objectGUID']);
        const id = entry && bytesIn(entry, 'objectGUID');
        if (id === undefined)
          throw new SyncFault('ScopeMissing', `There is no ${dn}, or it may not be read.`, { exit: 2 });
        return guidText(id);
      }),
  };
};

/** The controller that gave the last cookie goes first: another one may not have heard yet what that one told. */
const directoryAccess = ({ directory }: SyncSettings, environment: NodeJS.ProcessEnv, first: string | undefined) => {
  const { controllers, caFile, passwordFile, ...others } = directory;
  const isFirst = (url: string) => new URL(url).hostname === first;
  return {
    ...others,
    controllers: controllers.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one))),
    password: readSecret({ file: passwordFile, variable: 'MUSTER_DIRECTORY_PASSWORD' }, environment),
    authority: caFile === undefined ? undefined : authorityIn(caFile),
  };
};

const authorityIn = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SyncFault('SettingsInvalid', `directory.caFile ${file} cannot be read (${code}).`, {
      exit: 2,
      cause: error,
    });
  }
};
