/** What an item of the tables is, by its key. */
import { grantOf } from '../../../shared/aws/access/tokens.ts';
import { digestOf } from '../../../shared/aws/digests.ts';
import { auditEntryOf, catalogueMarkKey, idOfPersonKey, skuOf } from '../../../shared/aws/directory-items.ts';
import { jobOf, roleRows } from '../../../shared/aws/imports/import-items.ts';
import { keyClaimOf } from '../../../shared/aws/people/key-claims.ts';
import { personOf } from '../../../shared/aws/people/person-item.ts';
import type { Application } from '../../../shared/domain/access/application.ts';
import type { ChunkResult } from '../../../shared/domain/imports/import-progress.ts';
import type { BatchMarks } from '../../../shared/domain/migrations/migration.ts';
import type { SynchronizationState } from '../../../shared/domain/synchronization/run-state.ts';
import type { Key } from './key.ts';
import type { Fact, Item, List, SeenItem } from './seen.ts';

/** Reads an item of a table. */
export const seenItem = (table: 'directory' | 'imports', item: Item): SeenItem => {
  const key: Key = { in: table, pk: String(item.pk), sk: String(item.sk) };
  return { key, item, ...(table === 'directory' ? directoryFact(key, item) : importsFact(key, item)) };
};

/** An entry of an index of the Directory table, which points to the person. */
export const seenEntry = (index: 'due' | 'people', item: Item): SeenItem => {
  const [pk, sk] = index === 'due' ? [item.dueShard, item.dueAt] : [item.listShard, item.listName];
  const key: Key = { in: index, pk: String(pk), sk: String(sk) };
  return { key, item, kind: 'pointer', list: index, id: idOfPersonKey(String(item.pk)) };
};

const directoryFact = ({ pk, sk }: Key, item: Item): Fact => {
  if (sk.startsWith('AUDIT#')) return { kind: 'audit', entry: auditEntryOf(item) };
  switch (pk.split('#')[0]) {
    case 'USER':
      return sk === 'USER' ? { kind: 'person', person: personOf(item) } : { kind: 'unknown' };
    case 'NAME':
      return pointer('names', item);
    case 'KEY':
      return keyFact(item);
    case 'SKUS':
      return sk === catalogueMarkKey.sk ? { kind: 'catalogueMark' } : pointer('catalogue', item);
    case 'SKU':
      return licenceFact(sk, item);
    case 'ROLE':
      // Earlier releases counted administrators here.
      return sk === 'ENABLED' ? { kind: 'formerCount' } : pointer('members', item);
    case 'DELETED':
      return pointer('deleted', item);
    case 'APPLICATIONS':
      return pointer('applications', item);
    case 'APPLICATION':
      return { kind: 'application', application: item as unknown as Application };
    case 'TOKEN':
      return {
        kind: 'token',
        ...(item.grant !== undefined && { grant: grantOf(item.grant as Item) }),
        expiresAt: Number(item.expiresAt),
      };
    case 'TOKENS':
      return { kind: 'listedToken' };
    case 'SESSIONS':
      return { kind: 'session' };
    case 'CODE':
      return { kind: 'signInCode' };
    case 'SIGNIN':
      return { kind: 'attempts' };
    case 'SIGNINS':
      return { kind: 'signIn' };
    case 'DIGESTS':
      return { kind: 'digest', digest: digestOf(item) };
    case 'GATHERED':
      return { kind: 'gathered' };
    case 'SETTINGS':
    case 'POLICY':
    case 'TEMPLATES':
    case 'REPORTS':
      return { kind: 'settings' };
    default:
      return { kind: 'unknown' };
  }
};

const pointer = (list: List, { id }: Item): Fact => ({ kind: 'pointer', list, id: String(id) });

/** A claim on a key: of one person, or of all who had it before keys were unique. */
const keyFact = (item: Item): Fact => {
  const { id, sharedWith } = keyClaimOf(item);
  return { kind: 'pointer', list: 'keys', id, ...(sharedWith && { others: sharedWith }) };
};

const licenceFact = (sk: string, item: Item): Fact => {
  if (sk === 'SKU') return { kind: 'licence', sku: skuOf(item) };
  if (sk === 'PLANS') return { kind: 'plans', skuId: String(item.skuId) };
  return sk.startsWith('WAIT#') ? pointer('waiting', item) : { kind: 'unknown' };
};

const synchronizationFact = (sk: string, item: Item): Fact =>
  sk === 'STATE'
    ? { kind: 'synchronization', state: item as unknown as SynchronizationState }
    : { kind: 'objectError' };

const importsFact = ({ pk, sk }: Key, item: Item): Fact => {
  const importId = pk.slice(pk.indexOf('#') + 1);
  if (pk === 'IMPORTS') return pointer('imports', item);
  if (pk === 'MIGRATIONS') return pointer('migrations', item);
  if (pk === 'OPEN') return { kind: 'pointer', list: 'open', id: sk };
  if (pk.startsWith('OPEN#')) return { kind: 'pointer', list: 'places', id: String(item.id) };
  if (pk === 'OPTIONS') return { kind: 'optionFile' };
  if (pk === 'SYNCHRONIZATION') return synchronizationFact(sk, item);
  if (pk.startsWith('OWNER#') || pk.startsWith('BUCKET#')) return { kind: 'owner' };
  if (pk.startsWith('PROGRESS#')) return { kind: 'counter', importId };
  if (!pk.startsWith('IMPORT#')) return { kind: 'unknown' };
  if (sk === 'IMPORT') return { kind: 'job', job: jobOf(item) };
  if (sk === 'BATCH') return { kind: 'batch', importId, marks: item as unknown as BatchMarks };
  if (sk === 'IMPORT#CANCEL') return { kind: 'cancellation' };
  if (sk.startsWith('ROWS#')) return { kind: 'rows' };
  if (sk.startsWith(roleRows)) return { kind: 'roleRow' };
  return sk.startsWith('CHUNK#')
    ? { kind: 'chunk', importId, chunk: item as unknown as ChunkResult }
    : { kind: 'unknown' };
};
