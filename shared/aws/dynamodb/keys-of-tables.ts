/** What BatchGetItem asks for, and leaves open: keys by their table. */
export type KeysOfTables<Key> = Record<string, { Keys: Key[] }>;

/** The same with every key written anew. */
export const ofTables = <From, To>(tables: KeysOfTables<From>, keyOf: (key: From) => To): KeysOfTables<To> =>
  Object.fromEntries(
    Object.entries(tables).map(([table, { Keys, ...others }]) => [table, { ...others, Keys: Keys.map(keyOf) }]),
  );
