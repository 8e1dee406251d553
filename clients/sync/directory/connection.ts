/** A connection to the first domain controller that can be used, always encrypted, with nothing that waits for ever. */
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { Client, type Control, type InvalidCredentialsError, NoSuchObjectError, type SearchOptions } from 'ldapts';
import { SyncFault } from '../sync-fault.ts';
import { bindFault, connectFault, isWorthAnother, searchFault } from './directory-faults.ts';
import { type Entry, entryOf } from './entry.ts';

/** Where and as whom. `ldaps://host` speaks TLS from the start, `ldap://host` by StartTLS; there is no third way. */
export type DirectoryAccess = {
  controllers: readonly string[];
  account: string;
  password: string;
  /** The organisation's authority, PEM; without it those that Node trusts. */
  authority?: string | undefined;
  timeoutSeconds: number;
  connectTimeoutSeconds: number;
};

/** A question's parts, without limits: with one, half an answer would look like a whole one. */
export type Question = Pick<SearchOptions, 'scope' | 'filter' | 'attributes'>;

/** Questions to one controller. All reject with a SyncFault rather than give a part of the answer. */
export type Directory = {
  host: string;
  search: (base: string, question: Question, controls?: Control[]) => Promise<Entry[]>;
  /** One entry by its name; undefined where it is not, or may not be seen. */
  entry: (dn: string, attributes: string[], controls?: Control[]) => Promise<Entry | undefined>;
  close: () => Promise<void>;
};

/** Rejects with a SyncFault that tells of each controller, or of the account that none lets in. */
export const connect = async (access: DirectoryAccess): Promise<Directory> => {
  // To a directory, a name without a password is nobody, and it says yes (RFC 4513, 5.1.2).
  if (access.password === '')
    throw new SyncFault('SecretMissing', 'The password of the account is empty.', { exit: 2 });
  const errors: { host: string; error: unknown }[] = [];
  for (const url of access.controllers) {
    const { hostname: host } = new URL(url);
    try {
      return directoryAt(host, await signedIn(url, host, access));
    } catch (error) {
      if (!isWorthAnother(error)) throw bindFault(error as InvalidCredentialsError);
      errors.push({ host, error });
    }
  }
  throw connectFault(errors);
};

const signedIn = async (url: string, host: string, access: DirectoryAccess): Promise<Client> => {
  const tls: ConnectionOptions = {
    minVersion: 'TLSv1.2',
    ...(access.authority !== undefined && { ca: access.authority }),
    ...(isIP(host) === 0 && { servername: host }),
  };
  const isSecure = new URL(url).protocol === 'ldaps:';
  const client = new Client({
    url,
    timeout: access.timeoutSeconds * 1000,
    connectTimeout: access.connectTimeoutSeconds * 1000,
    // Given to ldap://, they would make it speak TLS at once.
    ...(isSecure && { tlsOptions: tls }),
  });
  try {
    // Without the host it is `localhost` whose name the certificate would have to bear.
    if (!isSecure) await client.startTLS({ ...tls, host });
    await client.bind(access.account, access.password);
    return client;
  } catch (error) {
    // A socket that is left over keeps the process alive.
    await client.unbind().catch(() => {});
    throw error;
  }
};

const directoryAt = (host: string, client: Client): Directory => {
  /** Whoever lost the connection is connected again by ldapts, as nobody: to whom an empty answer may be given. */
  const assertBound = (): void => {
    if (!client.isBound) throw new SyncFault('DirectoryLost', `The connection to ${host} broke. Nothing was changed.`);
  };
  const search: Directory['search'] = async (base, question, controls = []) => {
    try {
      assertBound();
      const { searchEntries } = await client.search(base, question, controls);
      assertBound();
      return searchEntries.map(entryOf);
    } catch (error) {
      throw searchFault(host, error);
    }
  };
  const entry: Directory['entry'] = async (dn, attributes, controls) => {
    try {
      return (await search(dn, { scope: 'base', attributes }, controls))[0];
    } catch (error) {
      if ((error as Error).cause instanceof NoSuchObjectError) return undefined;
      throw error;
    }
  };
  return { host, search, entry, close: () => client.unbind().catch(() => {}) };
};
