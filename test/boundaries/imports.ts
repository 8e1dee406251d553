/** Who imports what: read from the import statements of every file, since nothing else can be trusted to stay true. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** An import: the file that has it, what it names (a path from the root, or a package), and whether it is a type alone. */
export type Import = { file: string; target: string; isType: boolean };

/** Paths from the root of all files below a folder that end like that. */
export const filesBelow = (folder: string, ending = '.ts'): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
    .map((name) => join(folder, name))
    .toSorted();

/** Folders below a folder, and itself. */
export const foldersBelow = (folder: string): string[] => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
];

/** A file's text. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const statement = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?'([^']+)'/gm;
const call = /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g;

/** Every import of the files, also those that are made while running. */
export const importsOf = (files: readonly string[]): Import[] =>
  files.flatMap((file) => {
    const text = textOf(file);
    const stated = [...text.matchAll(statement)].map(([, type, target = '']) => ({ target, isType: Boolean(type) }));
    const called = [...text.matchAll(call)].map(([, target = '']) => ({ target, isType: false }));
    return [...stated, ...called].map(({ target, isType }) => {
      return { file, isType, target: target.startsWith('.') ? join(dirname(file), target) : target };
    });
  });
