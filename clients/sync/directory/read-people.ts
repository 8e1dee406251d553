/** People as they are now, by their objectGUIDs. */
import type { Attributes, DirectoryPerson } from '../source/account-source.ts';
import type { Directory } from './connection.ts';
import { bytesIn, type Entry } from './entry.ts';
import { amongIds, both } from './filters.ts';
import { guidText } from './guid.ts';
import { isInPlace, type Scope } from './scope.ts';

/** Attributes whose bytes are no text. */
const binary = new Set(['objectguid', 'objectsid', 'ms-ds-consistencyguid', 'parentguid']);

/** Those who are in scope; the directory holds them against the filter and the group, we against the places. */
export const readPeople = async (
  directory: Directory,
  { namingContext, scope, attributes }: { namingContext: string; scope: Scope; attributes: readonly string[] },
  ids: readonly string[],
): Promise<DirectoryPerson[]> => {
  if (ids.length === 0) return [];
  const entries = await directory.search(namingContext, {
    scope: 'sub',
    filter: both(scope.filter, amongIds(ids)),
    attributes: ['objectGUID', ...attributes],
  });
  const people: DirectoryPerson[] = [];
  for (const entry of entries) {
    const id = bytesIn(entry, 'objectGUID');
    if (id !== undefined && isInPlace(entry.dn, scope))
      people.push(personOf(guidText(id), await whole(directory, entry)));
  }
  return people;
};

const personOf = (objectGuid: string, { dn, values }: Entry): DirectoryPerson => {
  const attributes: Record<string, readonly string[]> = {};
  for (const [name, buffers] of Object.entries(values))
    attributes[name] = buffers.map((value) => value.toString(binary.has(name) ? 'base64' : 'utf8'));
  return { objectGuid, distinguishedName: dn, attributes: attributes satisfies Attributes };
};

/** The entry with all values of attributes that have more than one answer holds (Windows: 1,500). */
const whole = async (directory: Directory, entry: Entry): Promise<Entry> => {
  let [values, parts] = [entry.values, entry.parts];
  while (parts[0] !== undefined) {
    const { name, next } = parts[0];
    const rest = await directory.entry(entry.dn, [`${name};range=${next}-*`]);
    values = { ...values, [name]: [...(values[name] ?? []), ...(rest?.values[name] ?? [])] };
    parts = [...parts.slice(1), ...(rest?.parts ?? [])];
  }
  return { ...entry, values };
};
