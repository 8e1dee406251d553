/** A directory in memory: entries with a parent, and a journal of what changed as DirSync tells it. */
import { randomUUID } from 'node:crypto';
import type { ScopeSettings } from '../../clients/sync/directory/scope.ts';
import type { AccountSource, Changes, DirectoryPerson } from '../../clients/sync/source/account-source.ts';
import { SyncFault } from '../../clients/sync/sync-fault.ts';
import type { Seen, Values, World } from './world.ts';

type Entry = {
  kind: 'unit' | 'person' | 'group';
  name: string;
  parent: string | undefined;
  values: Record<string, string[]>;
};
const root = 'DC=corp,DC=local';

/** An empty one. */
export const memoryWorld = (): World => {
  const sourceId = randomUUID();
  const entries = new Map<string, Entry>();
  const members = new Map<string, string[]>();
  const journal: { id: string; kind: Entry['kind']; isRenamed: boolean }[] = [];
  const at = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`There is no ${id}.`);
    return entry;
  };
  const dnOf = (id: string): string => {
    const { kind, name, parent } = at(id);
    return `${kind === 'unit' ? 'OU' : 'CN'}=${name},${parent === undefined ? root : dnOf(parent)}`;
  };
  const note = (id: string, isRenamed = false) => journal.push({ id, kind: at(id).kind, isRenamed });
  const add = (entry: Entry): string => {
    const id = randomUUID();
    entries.set(id, entry);
    note(id, true);
    return id;
  };
  const placesOf = (id: string): string[] => {
    const { parent } = at(id);
    return parent === undefined ? [] : [parent, ...placesOf(parent)];
  };
  const set = (entry: Entry, values: Values) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === null) delete entry.values[name.toLowerCase()];
      else entry.values[name.toLowerCase()] = [value].flat() as string[];
    }
  };
  const membersOf = (group: string): string[] =>
    (members.get(group) ?? []).flatMap((id) => (entries.get(id)?.kind === 'group' ? membersOf(id) : [id]));
  const isIn = (id: string, { organizationalUnits = [], group }: Partial<ScopeSettings>): boolean =>
    (organizationalUnits.length === 0 || placesOf(id).some((place) => organizationalUnits.includes(place))) &&
    (group === undefined || membersOf(group).includes(id));
  const people = () => [...entries].filter(([, { kind }]) => kind === 'person').map(([id]) => id);

  const sourceOf = (scope: Partial<ScopeSettings>, isBlind: boolean): AccountSource => {
    const since = (from: number): string[] | undefined => {
      const ids: string[] = [];
      for (const { id, kind, isRenamed } of journal.slice(from)) {
        if (kind === 'group' && scope.group !== undefined) return undefined;
        if (kind === 'person') ids.push(id);
        if (kind === 'unit' && isRenamed && !isBlind) ids.push(...people().filter((one) => placesOf(one).includes(id)));
      }
      return ids;
    };
    return {
      state: async () => {
        const places = [...(scope.organizationalUnits ?? []), ...(scope.group === undefined ? [] : [scope.group])];
        const gone = places.find((id) => !entries.has(id));
        if (gone !== undefined) throw new SyncFault('ScopeMissing', `${gone} is gone.`, { exit: 2 });
        const source = { id: sourceId, domainName: 'corp.local' };
        return { source, controller: 'memory', boundary: JSON.stringify(places.map(dnOf)) };
      },
      changes: async (cookie): Promise<Changes> => {
        const from = cookie === undefined ? undefined : Number(Buffer.from(cookie, 'base64').toString());
        const told = from === undefined || !(from <= journal.length) ? undefined : since(from);
        const now = Buffer.from(String(journal.length)).toString('base64');
        async function* ids(): AsyncIterable<string> {
          yield* told ?? people();
        }
        return { scope: told === undefined ? 'full' : 'delta', ids: ids(), cookie: () => now };
      },
      people: async (ids) => {
        const there = ids.filter((id) => entries.get(id)?.kind === 'person' && isIn(id, scope));
        return there.map(
          (id): DirectoryPerson => ({ objectGuid: id, distinguishedName: dnOf(id), attributes: { ...at(id).values } }),
        );
      },
      close: async () => {},
    };
  };

  return {
    source: async (scope = {}, blind) => sourceOf(scope, blind !== undefined),
    addUnit: async (name, parent) => add({ kind: 'unit', name, parent, values: {} }),
    addPerson: async (name, parent, values = {}) => {
      const entry: Entry = { kind: 'person', name, parent, values: {} };
      set(entry, { samaccountname: name, cn: name, ...values });
      return add(entry);
    },
    addGroup: async (name, of) => {
      const id = add({ kind: 'group', name, parent: undefined, values: {} });
      members.set(id, [...of]);
      return id;
    },
    setMembers: async (group, of) => {
      members.set(group, [...of]);
      note(group);
    },
    change: async (id, values) => {
      set(at(id), values);
      note(id);
    },
    rename: async (id, name) => {
      at(id).name = name;
      note(id, true);
    },
    move: async (id, unit) => {
      at(id).parent = unit;
      note(id, true);
    },
    remove: async (id) => {
      note(id);
      entries.delete(id);
    },
    enumerate: async (scope = {}) => {
      const found = people().filter((id) => isIn(id, scope));
      return new Map(
        found.map((id): [string, Seen] => [
          id,
          { distinguishedName: dnOf(id), displayName: at(id).values.displayname?.[0] ?? '' },
        ]),
      );
    },
    close: async () => {},
  };
};
