/** Which people are to be synchronised. Places are kept by objectGUID, so that renaming one empties nothing. */
import type { Filter } from 'ldapts';
import { SyncFault } from '../sync-fault.ts';
import type { Directory } from './connection.ts';
import { isBelow } from './distinguished-name.ts';
import { peopleFilter } from './filters.ts';

/** As the settings have it. */
export type ScopeSettings = {
  /** objectGUIDs of organisational units, whose people are taken at any depth; none: the whole domain. */
  organizationalUnits: readonly string[];
  /** objectGUID of a group whose members are taken, those of groups in it too. */
  group?: string | undefined;
  /** A filter of LDAP. */
  filter?: string | undefined;
};

/** Where the scope lies now. */
export type Scope = { organizationalUnits: readonly string[]; groupDn: string | undefined; filter: Filter };

/** Asks where the places are. Rejects for one that is gone: an empty scope would be everybody's deletion. */
export const findScope = async (directory: Directory, settings: ScopeSettings): Promise<Scope> => {
  const organizationalUnits: string[] = [];
  for (const id of settings.organizationalUnits)
    organizationalUnits.push(await placeOf(directory, id, 'organizationalUnits'));
  const groupDn = settings.group === undefined ? undefined : await placeOf(directory, settings.group, 'group');
  return { organizationalUnits, groupDn, filter: peopleFilter({ filter: settings.filter, groupDn }) };
};

/** Whether somebody of this name lies where people are taken from. */
export const isInPlace = (dn: string, { organizationalUnits }: Scope): boolean =>
  organizationalUnits.length === 0 || organizationalUnits.some((unit) => isBelow(dn, unit));

/** Places in one text: the same as long as nothing of the scope was moved or renamed. */
export const boundaryOf = ({ organizationalUnits, groupDn }: Scope): string =>
  JSON.stringify([organizationalUnits, groupDn ?? null]);

const placeOf = async (directory: Directory, id: string, setting: string): Promise<string> => {
  const found = await directory.entry(`<GUID=${id}>`, ['objectClass']);
  if (found !== undefined) return found.dn;
  const sentence = `scope.${setting} names ${id}, which is not in this directory, or not to be read. Nothing was changed.`;
  throw new SyncFault('ScopeMissing', sentence, { exit: 2 });
};
