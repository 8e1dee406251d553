/**
 * Which copy of the directory answered, and how far it was. A copy that was put back from a snapshot or a backup has lost
 * changes that the cookie counts as told: nothing would ever tell of them, so that everybody has to be read.
 */
import * as z from 'zod';
import { SyncFault } from '../sync-fault.ts';
import type { Directory } from './connection.ts';
import { bytesIn, textIn } from './entry.ts';
import { guidText } from './guid.ts';

const replica = z.object({ host: z.string(), instance: z.string(), position: z.number() });
const told = z.object({ replica, cookie: z.string() });

/** Its host, its invocationId (another one after a restore as Windows does it), and the last number that it gave a change. */
export type Replica = z.output<typeof replica>;

/** Asked before what changed is: what is changed meanwhile is told again. */
export const replicaOf = async (directory: Directory): Promise<Replica> => {
  const root = await directory.entry('', ['dsServiceName', 'highestCommittedUSN']);
  const [service, position] = root ? [textIn(root, 'dsServiceName'), textIn(root, 'highestCommittedUSN')] : [];
  const settings = service === undefined ? undefined : await directory.entry(service, ['invocationId']);
  const instance = settings && bytesIn(settings, 'invocationId');
  if (instance === undefined || position === undefined) {
    throw new SyncFault('DirectoryAnswer', `${directory.host} does not say which copy of the directory it is.`);
  }
  return { host: directory.host, instance: guidText(instance), position: Number(position) };
};

/**
 * Whether changes may have been lost between both: the same copy is behind itself, or that of before is no controller's any
 * more, since it was put back from a backup, or the whole domain was. Another controller has what it had, or will be told.
 */
export const hasLost = async (directory: Directory, before: Replica, now: Replica): Promise<boolean> => {
  if (before.instance === now.instance) return now.position < before.position;
  return !(await instancesIn(directory)).includes(before.instance);
};

/** The copies of all controllers of the forest. */
const instancesIn = async (directory: Directory): Promise<string[]> => {
  const root = await directory.entry('', ['configurationNamingContext']);
  const configuration = root && textIn(root, 'configurationNamingContext');
  if (configuration === undefined) return [];
  const question = { scope: 'sub' as const, filter: '(objectClass=nTDSDSA)', attributes: ['invocationId'] };
  return (await directory.search(`CN=Sites,${configuration}`, question)).flatMap((entry) => {
    const instance = bytesIn(entry, 'invocationId');
    return instance === undefined ? [] : [guidText(instance)];
  });
};

/** What a source's cookie holds: DirSync's own, and who gave it. */
export type ReplicaCookie = z.output<typeof told>;

export const encodeCookie = (cookie: ReplicaCookie): string => Buffer.from(JSON.stringify(cookie)).toString('base64');

/** Undefined for what is none. */
export const decodeCookie = (text: string): ReplicaCookie | undefined => {
  try {
    return told.parse(JSON.parse(Buffer.from(text, 'base64').toString()));
  } catch {
    return undefined;
  }
};
