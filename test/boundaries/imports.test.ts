/** The layout as a test: what each part may know of the others, and that nobody needs whoever needs them. */
import { dirname } from 'node:path';
import { circlesOf } from './circles.ts';
import { filesBelow, foldersBelow, type Import, importsIn, importsOf } from './imports.ts';
import { homes, layers } from './layers.ts';

const parts = ['shared', 'functions', 'infra', 'clients', 'test', 'bench'];
const running = importsOf([...filesBelow('shared'), ...filesBelow('functions')]);

const told = ({ file, target }: Import) => `${file} imports ${target}`;
const isOf = (target: string, name: string) =>
  target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`);
const isAllowed = (target: string, allowed: readonly string[]) =>
  allowed.some((name) => target === name || (/[/:-]$/.test(name) ? target.startsWith(name) : isOf(target, name)));

test('imports are found, however they are written', () => {
  const text = `
    import a, { type B } from './a.ts';
    import { type C, type D } from './c.ts';
    import type { E } from 'e';
    import './f.ts';
    export { g } from './g.ts';
    export type { H } from './h.ts';
    export const i = async (x: import('./i.ts').I) => import('./j.ts');`;
  expect(importsIn('shared/x.ts', text).map(({ target, isType }) => [target, isType])).toEqual([
    ['shared/a.ts', false],
    ['shared/c.ts', true],
    ['e', true],
    ['shared/f.ts', false],
    ['shared/g.ts', false],
    ['shared/h.ts', true],
    ['shared/i.ts', true],
    ['shared/j.ts', false],
  ]);
  expect(running.length).toBeGreaterThan(1000);
});

test.each(Object.entries(layers))('%s imports what it may', (folder, allowed) => {
  const strange = importsOf(filesBelow(folder)).filter(({ target }) => !isAllowed(target, allowed));
  expect(strange.map(told)).toEqual([]);
});

test('every folder of shared/ is in the table', () => {
  const top = foldersBelow('shared').filter((folder) => folder.split('/').length === 2);
  expect(top.filter((folder) => !Object.hasOwn(layers, folder))).toEqual([]);
});

test('use cases know schemas by type alone', () => {
  const values = importsOf(filesBelow('shared/work')).filter(({ target, isType }) => isOf(target, 'zod') && !isType);
  expect(values.map(told)).toEqual([]);
});

test('what a browser runs needs nothing but what it is given, since it is sent as text', () => {
  const values = importsOf(filesBelow('shared/pages/browser')).filter(({ isType }) => !isType);
  expect(values.map(told)).toEqual([]);
});

test('the SDK of AWS is at home with the adapters', () => {
  const strange = running.filter(({ file, target }) => target.startsWith('@aws-sdk/') && !isOf(file, 'shared/aws/'));
  expect(strange.map(told)).toEqual([]);
});

test.each(Object.entries(homes))('%s is imported by %j alone', (name, home) => {
  const everything = ['shared', 'functions', 'infra', 'clients'].flatMap((part) => filesBelow(part));
  const strange = importsOf(everything).filter(
    ({ file, target }) => isOf(target, name) && !home.some((folder) => file.startsWith(folder)),
  );
  expect(strange.map(told)).toEqual([]);
});

test("a room of Graph's knows people and OData, and no other room but where all are put together", () => {
  const known = ['shared/graph/people/', 'shared/graph/odata/', 'shared/graph/reference/'];
  const strange = importsOf(filesBelow('shared/graph')).filter(
    ({ file, target }) =>
      dirname(file) !== 'shared/graph/reference' &&
      /^shared\/graph\/\w+\//.test(target) &&
      !isAllowed(target, [`${dirname(file)}/`, ...known]),
  );
  expect(strange.map(told)).toEqual([]);
});

test('functions never import each other', () => {
  const strange = running.filter(({ file, target }) => isOf(file, 'functions') && isOf(target, 'functions'));
  expect(strange.map(told)).toEqual([]);
});

test('infrastructure knows functions by type alone, so that a forgotten variable does not compile', () => {
  const strange = importsOf(filesBelow('infra')).filter(({ target, isType }) => isOf(target, 'functions') && !isType);
  expect(strange.map(told)).toEqual([]);
});

test('what AWS runs knows nothing of infrastructure, clients, tests or the local engine', () => {
  const strange = running.filter(({ target }) => /^(infra|clients|test|bench)\//.test(target));
  expect(strange.map(told)).toEqual([]);
});

test('the console is nobody else’s to import: it is built apart', () => {
  const everything = ['shared', 'functions', 'infra', 'clients', 'bench'].flatMap((part) => filesBelow(part));
  const strange = importsOf(everything).filter(
    ({ file, target }) => isOf(target, 'clients/console') && !isOf(file, 'clients/console'),
  );
  expect(strange.map(told)).toEqual([]);
});

test('imports go round in no circle, of types either', () => {
  const everything = parts.flatMap((part) => importsOf(filesBelow(part)));
  expect(circlesOf(everything.map(({ file, target }) => ({ from: file, to: target })))).toEqual([]);
});

test('rooms go round in no circle', () => {
  const between = running
    .map(({ file, target }) => ({ from: dirname(file), to: dirname(target) }))
    .filter(({ from, to }) => from !== to && to.startsWith('shared/'));
  expect(circlesOf(between)).toEqual([]);
});

test('circles are found', () => {
  const arrows = ['a b', 'b c', 'c a', 'c d', 'd e', 'f f'].map((arrow) => {
    const [from = '', to = ''] = arrow.split(' ');
    return { from, to };
  });
  expect(circlesOf(arrows).toSorted()).toEqual([['a', 'b', 'c'], ['f']]);
});
