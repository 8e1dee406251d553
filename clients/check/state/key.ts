/** Where something lies: an item of a table, or its entry in an index of the Directory table. */
export type Key = { in: 'directory' | 'imports' | 'due' | 'people'; pk: string; sk: string };

/** The key as one text. */
export const textOfKey = ({ in: place, pk, sk }: Key): string => `${place}\n${pk}\n${sk}`;
