/** Files of a page that were built and packed with a function's code. */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The folder beside the code, and the ending of a file for each way in which it is packed. */
export const builtFilesFolder = 'console';
export const packings = { br: 'br', gzip: 'gz' } as const;

/** A built file, packed in each way; `tag` follows from what is in it. */
export type BuiltFile = { readonly packed: Readonly<Record<keyof typeof packings, Uint8Array>>; readonly tag: string };

/** Finds a file by its path in the folder; undefined where there is none of that name. */
export type FindBuiltFile = (path: string) => BuiltFile | undefined;

/** Files of a folder, read when they are first asked for, and kept. */
export const builtFilesIn = (folder: URL): FindBuiltFile => {
  const kept = new Map<string, BuiltFile>();
  let paths: ReadonlySet<string> | undefined;
  return (path) => {
    // Looked up in the list of what is there, so that no path leads out of the folder.
    paths ??= new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
    if (!paths.has(`${path}.${packings.br}`)) return undefined;
    const file = kept.get(path) ?? readBuiltFile(folder, path);
    kept.set(path, file);
    return file;
  };
};

const readBuiltFile = (folder: URL, path: string): BuiltFile => {
  const read = (ending: string) => readFileSync(new URL(`${path}.${ending}`, folder));
  const packed = { br: read(packings.br), gzip: read(packings.gzip) };
  return { packed, tag: hash('sha256', packed.br, 'hex').slice(0, 20) };
};

/** Those beside the code of a function: they change with a deployment only. */
export const builtFile = builtFilesIn(new URL(`./${builtFilesFolder}/`, import.meta.url));
