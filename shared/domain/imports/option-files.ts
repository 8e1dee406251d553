/** Where the options of a file lie. */

/** The keys of the files that may hold the options of a file: `people.csv` has `people.options.json` or `people.csv.options.json`. */
export const optionsFileNames = (key: string): string[] =>
  [key.replace(/\.[^./]+$/, ''), key].map((name) => `${name}.options.json`);

/** Whether an object holds options of a file, by its key. */
export const isOptionsFile = (key: string): boolean => key.toLowerCase().endsWith('.options.json');

/** What the keys of files begin with that come by an address of the API. */
export const uploadPrefix = 'imports/';

/** Whether a key is one of a file that came by an address of the API: the id of its import, as it says. */
export const importIdIn = (key: string): string | undefined =>
  /^imports\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[^/]+$/.exec(key)?.[1];

/** A file's name as people know it: without the folder that an upload by the API got. */
export const fileNameOf = (key: string): string =>
  importIdIn(key) === undefined ? key : (key.split('/').at(-1) ?? key);

/** The key of the file of an import that is asked for by the API. */
export const uploadKey = (importId: string, fileName: string): string => `${uploadPrefix}${importId}/${fileName}`;
