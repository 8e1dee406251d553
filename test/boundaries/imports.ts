/** Who imports what: read from every file's syntax, types included, since nothing else can be trusted to stay true. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files that go by a name of their own, since they lie beside a bundle (package.json). */
const own: Record<string, string> = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports as Record<string, string>).map(
    ([name, path]) => [name, join(path)],
  ),
);

/** An import: the file that has it, what it names (a path from the root, or a package), and whether it is of types alone. */
export type Import = { file: string; target: string; isType: boolean };

/** Paths from the root of all files below a folder that end like that. */
export const filesBelow = (folder: string, ending = /\.tsx?$/): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !name.includes('node_modules'))
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

/** Every import of the files, those that are made while running and `import('...')` types as well. */
export const importsOf = (files: readonly string[]): Import[] => files.flatMap((file) => importsIn(file, textOf(file)));

/** Every import that a file of this text would have. */
export const importsIn = (file: string, text: string): Import[] => {
  const { module, program } = parseSync(file, text);
  const found: Omit<Import, 'file'>[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      target: moduleRequest.value,
      isType: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ target: moduleRequest.value, isType }] : [])),
    ),
  ];
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal') found.push({ target: String(source.value), isType: false });
    },
    TSImportType: ({ source }) => {
      found.push({ target: source.value, isType: true });
    },
  }).visit(program);
  return found.map(({ target, isType }) => {
    return { file, isType, target: target.startsWith('.') ? join(dirname(file), target) : (own[target] ?? target) };
  });
};
