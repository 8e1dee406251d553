/** What the control page shows of imports: the engine itself knows nothing of them. */

/** Where imports, their rows and their reports come from. */
export type ShownImports = {
  list: () => Promise<readonly object[]>;
  /** The first rows of one, as the API answers them. */
  rows: (id: string) => Promise<object>;
  /** Where its report can be fetched from, for some minutes; undefined when it has none. */
  reportAddress: (id: string) => Promise<string | undefined>;
};

/** Where there are none. */
export const noImports: ShownImports = {
  list: async () => [],
  rows: async () => ({ value: [] }),
  reportAddress: async () => undefined,
};
