/** The domain that a controller serves, and whether the agent's account may see what it has to. */
import { SyncFault } from '../sync-fault.ts';
import type { Directory } from './connection.ts';
import { showDeleted } from './dir-sync-control.ts';
import { domainNameOf } from './distinguished-name.ts';
import { bytesIn, textIn, textsIn } from './entry.ts';
import { guidText } from './guid.ts';

/** A domain: its naming context, that one's objectGUID, and its DNS name. */
export type Domain = { namingContext: string; id: string; domainName: string };

/** The container of deleted entries, by its well-known GUID (MS-ADTS, 6.1.1.4). */
const deletedObjects = '18e2ea80684f11d2b9aa00c04f79f805';

const dirSync = '1.2.840.113556.1.4.841';

/** Rejects where the server is no controller of Active Directory. */
export const findDomain = async (directory: Directory): Promise<Domain> => {
  const root = await directory.entry('', ['defaultNamingContext', 'supportedControl']);
  const namingContext = root && textIn(root, 'defaultNamingContext');
  if (root === undefined || namingContext === undefined || !textsIn(root, 'supportedControl').includes(dirSync)) {
    throw new SyncFault('DirectoryAnswer', `${directory.host} is no domain controller of Active Directory.`, {
      exit: 2,
    });
  }
  const context = await directory.entry(namingContext, ['objectGUID']);
  const id = context && bytesIn(context, 'objectGUID');
  if (id === undefined) throw rightsFault(`read ${namingContext}`, `dsacls "${namingContext}" /g ACCOUNT:LCRP`);
  return { namingContext, id: guidText(id), domainName: domainNameOf(namingContext) };
};

/** Who may not read the container of deleted entries sees no deletion, and is not told so: it looks empty. */
export const assertSeesDeletions = async (directory: Directory, { namingContext }: Domain): Promise<void> => {
  const base = `<WKGUID=${deletedObjects},${namingContext}>`;
  const container = await directory.entry(base, ['whenCreated'], [showDeleted()]);
  if (container !== undefined && textIn(container, 'whenCreated') !== undefined) return;
  const dn = `CN=Deleted Objects,${namingContext}`;
  throw rightsFault(
    'see who was deleted',
    `dsacls "${dn}" /takeownership, then dsacls "${dn}" /g ACCOUNT:LCRP, as a domain administrator`,
  );
};

const rightsFault = (what: string, grant: string): SyncFault =>
  new SyncFault('RightsMissing', `The agent's account may not ${what}, so nothing was read. Grant it: ${grant}.`, {
    exit: 2,
  });
