/** How files and folders are cut, so that a stranger finds their way. */
import { dirname } from 'node:path';
import { filesBelow, foldersBelow, textOf } from './imports.ts';

const parts = ['shared', 'functions', 'infra', 'clients', 'test', 'bench'];
const linesOf = (file: string) => textOf(file).trimEnd().split('\n').length;

test('no folder of shared/ has more than 20 files', () => {
  const folders = Map.groupBy(filesBelow('shared'), (file) => dirname(file));
  expect([...folders].filter(([, files]) => files.length > 20).map(([folder]) => folder)).toEqual([]);
});

test('files of shared/ are of one idea: half of them below 55 lines, none of 200', () => {
  const lengths = filesBelow('shared')
    .map((file) => ({ file, lines: linesOf(file) }))
    .toSorted((one, other) => one.lines - other.lines);
  expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThan(55);
  expect(lengths.filter(({ lines }) => lines >= 200)).toEqual([]);
});

test('the age of passwords is asked of one file, since domains have their own', () => {
  const asking = [...filesBelow('shared'), ...filesBelow('functions')].filter((file) =>
    /policy\.password(Validity|Warning)Days/.test(textOf(file)),
  );
  expect(asking).toEqual(['shared/domain/passwords/password-terms.ts']);
});

test('there are no barrels', () => {
  expect(parts.flatMap((part) => filesBelow(part)).filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
});

test('no folder is named after a kind of thing', () => {
  const kinds = ['utils', 'util', 'helpers', 'services', 'types', 'interfaces', 'common', 'lib', 'misc', 'models'];
  const named = parts.flatMap(foldersBelow).filter((folder) => kinds.includes(folder.split('/').at(-1) ?? ''));
  expect(named).toEqual([]);
});

test('a function is a sentence: forty lines at most, and it decides nothing', () => {
  const files = filesBelow('functions');
  expect(files.filter((file) => linesOf(file) > 40)).toEqual([]);
  expect(files.filter((file) => /^\s*(if|switch)\b/m.test(textOf(file)))).toEqual([]);
});

test('shared/README.md names every room, and none that is not there', () => {
  const page = textOf('shared/README.md');
  const named = new Set([...page.matchAll(/`([a-z]+(?:\/[a-z]+)*)\/`/g)].map(([, room]) => `shared/${room}`));
  const rooms = [...new Set(filesBelow('shared').map((file) => dirname(file)))].filter((room) => room !== 'shared');
  expect([...named].toSorted()).toEqual([...new Set([...rooms, 'shared/files'])].toSorted());
});
