/** A directory that tests change, and the source that reads it. */
import type { ScopeSettings } from '../../clients/sync/directory/scope.ts';
import type { AccountSource } from '../../clients/sync/source/account-source.ts';

/** Attributes in the directory's names; null empties one. */
export type Values = Readonly<Record<string, string | readonly string[] | null>>;

/** What a plain enumeration finds of a person. */
export type Seen = { distinguishedName: string; displayName: string };

/** A directory. Everything in it is named by its objectGUID. */
export type World = {
  /** A connection of its own; `blind` looks below no container that was renamed. */
  source: (scope?: Partial<ScopeSettings>, blind?: 'blind') => Promise<AccountSource>;
  addUnit: (name: string, parent?: string) => Promise<string>;
  addPerson: (name: string, unit: string, values?: Values) => Promise<string>;
  addGroup: (name: string, members: readonly string[]) => Promise<string>;
  setMembers: (group: string, members: readonly string[]) => Promise<void>;
  change: (id: string, values: Values) => Promise<void>;
  rename: (id: string, name: string) => Promise<void>;
  move: (id: string, unit: string) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Everybody in scope, read in another way than the source's: by id. */
  enumerate: (scope?: Partial<ScopeSettings>) => Promise<Map<string, Seen>>;
  close: () => Promise<void>;
};

/** Everything that a source tells since a cookie. */
export const readAll = async (
  source: AccountSource,
  cookie?: string,
): Promise<{ scope: 'delta' | 'full'; ids: Set<string>; cookie: string }> => {
  const changes = await source.changes(cookie);
  const ids = new Set<string>();
  for await (const id of changes.ids) ids.add(id);
  return { scope: changes.scope, ids, cookie: changes.cookie() };
};
