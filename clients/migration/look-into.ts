/** A look into a mailbox over IMAP: signs in, counts, signs out. Nothing is read of a message, and nothing is changed. */
import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { Account, Failure, Mailbox } from './account.ts';
import { failureOf } from './failure-of.ts';

/** The server that mail comes from. Without TLS no password goes anywhere. */
export type Source = {
  host: string;
  port: number;
  /** TLS after a word in the open (port 143), and not from the first byte on. */
  startTls: boolean;
  /** The authority that signed its certificate, PEM; without it those that Node trusts. */
  authority?: string | undefined;
  /** How long it may be silent: a server makes whoever failed before wait, and others from the same address with them. */
  timeoutSeconds: number;
};

/** What is in the mailbox of an account, or why that is not known. Never rejects. */
export const lookInto = async (source: Source, account: Account): Promise<Mailbox | Failure> => {
  const client = clientOf(source, account);
  // Errors may come beside the call that is under way, and nobody's would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const counted = await count(client);
    await client.logout().catch(() => {});
    return counted;
  } catch (error) {
    return failureOf(error);
  } finally {
    client.close();
  }
};

const clientOf = (source: Source, { userName, password }: Account): ImapFlow => {
  const { host, port, startTls, authority, timeoutSeconds } = source;
  const timeout = timeoutSeconds * 1000;
  return new ImapFlow({
    ...{ host, port, secure: !startTls, ...(startTls && { doSTARTTLS: true }) },
    auth: { user: userName, pass: password },
    tls: {
      minVersion: 'TLSv1.2',
      ...(authority !== undefined && { ca: authority }),
      ...(isIP(host) === 0 && { servername: host }),
    },
    ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout },
    // A log of it would hold addresses and what the server says.
    ...{ logger: false, disableAutoIdle: true, clientInfo: { name: 'muster-migration-check' } },
  });
};

/** Folders that hold messages; the others are only names of the tree. */
const count = async (client: ImapFlow): Promise<Mailbox> => {
  const folders = await client.list({ statusQuery: { messages: true, size: true } });
  const held = folders.filter(({ flags }) => !flags.has('\\Noselect'));
  const sum = (numbers: (number | bigint | undefined)[]) =>
    numbers.reduce<number>((all, one) => all + Number(one ?? 0), 0);
  const sizes = held.map(({ status }) => status?.size);
  return {
    folders: held.length,
    messages: sum(held.map(({ status }) => status?.messages)),
    bytes: sizes.some((size) => size === undefined) ? null : sum(sizes),
  };
};
