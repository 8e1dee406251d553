/** The layout of design.md as a test: what each part may know of the others. */
import { filesBelow, foldersBelow, type Import, importsOf, textOf } from './imports.ts';

/** What the files of a folder may import: beginnings of paths from the root, or of packages. */
const layers: Record<string, readonly string[]> = {
  'shared/domain': [
    'shared/domain/',
    'shared/domain/policy.ts',
    'fastest-levenshtein',
    'i18n-iso-countries/codes.json',
  ],
  'shared/work': [
    ...[
      'shared/work/',
      'shared/domain/',
      'shared/mail/',
      'shared/csv/',
      'shared/domain/policy.ts',
      'shared/graph/people/people-bodies.ts',
    ],
    ...['shared/messages/', 'zod', 'node:crypto', 'node:util', 'node:timers/promises', 'node:zlib'],
  ],
  'shared/http': ['shared/http/', 'shared/domain/', 'shared/work/'],
  'shared/messages': ['shared/messages/', 'shared/domain/', 'zod'],
  'shared/mail': ['shared/mail/', 'shared/domain/'],
  // Its functions in browser/ are sent as text; the colours are those of the mails.
  'shared/pages': ['shared/pages/', 'shared/domain/', 'shared/html/markup.ts', 'shared/html/palette.ts', 'node:crypto'],
  'shared/csv': [...['shared/csv/', 'shared/workbook/', 'shared/domain/', 'csv-parse'], 'node:buffer'],
  'shared/workbook': [
    ...['shared/workbook/', 'shared/domain/', 'shared/files/limits.ts', 'shared/files/csv/records.ts'],
    ...['sax', 'yauzl', 'node:path', 'node:stream', 'node:zlib'],
  ],
  'shared/smtp': ['shared/smtp/', 'shared/domain/', 'shared/work/', 'nodemailer', 'node:'],
  'shared/aws': [
    ...[
      'shared/aws/',
      'shared/domain/',
      'shared/work/',
      'shared/smtp/',
      'shared/domain/policy.ts',
      'shared/settings.ts',
    ],
    ...['shared/mail/', '@aws-sdk/', 'p-retry', 'node:'],
  ],
  'shared/api': [
    ...[
      'shared/api/',
      'shared/domain/',
      'shared/graph/people/people-bodies.ts',
      'shared/messages/',
      'shared/html/markup.ts',
      'zod',
    ],
    'shared/graph/odata/graph-error.ts',
  ],
  'shared/lambda': [
    ...[
      'shared/lambda/',
      'shared/api/',
      'shared/domain/',
      'shared/work/',
      'shared/domain/policy.ts',
      'shared/graph/people/people-bodies.ts',
    ],
    ...['shared/settings.ts', '@middy/', 'aws-lambda', 'zod', 'node:async_hooks', 'node:crypto'],
    'shared/messages/',
    'shared/pages/',
  ],
  // A function is wiring: it makes the clients of AWS that its adapters need.
  functions: ['shared/'],
};

/** Packages that are at home in few places: with those who run in AWS, and with those who talk to it from outside. */
const homes: Record<string, readonly string[]> = {
  'p-retry': ['shared/aws/', 'clients/imports/'],
  '@middy/': ['shared/lambda/'],
  'aws-lambda': ['shared/lambda/'],
  'csv-parse': ['shared/csv/'],
  nodemailer: ['shared/smtp/'],
  sax: ['shared/workbook/'],
  yauzl: ['shared/workbook/'],
};

const told = ({ file, target }: Import) => `${file} imports ${target}`;
const isOf = (target: string, name: string) =>
  target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`);
const isAllowed = (target: string, allowed: readonly string[]) =>
  allowed.some((name) => target === name || (/[/:-]$/.test(name) ? target.startsWith(name) : isOf(target, name)));

test('imports are found: this very test would notice if none were', () => {
  const found = importsOf(filesBelow('shared'));
  expect(found.length).toBeGreaterThan(300);
  expect(found).toContainEqual({ file: 'shared/aws/dynamodb/transact.ts', target: 'p-retry', isType: false });
  expect(found).toContainEqual({
    file: 'shared/work/enforcement/sweep.ts',
    target: 'shared/domain/policy.ts',
    isType: true,
  });
  expect(found).toContainEqual({ file: 'shared/lambda/on-queue.ts', target: '@middy/core', isType: false });
});

test.each(Object.entries(layers))('%s imports what it may', (folder, allowed) => {
  const strange = importsOf(filesBelow(folder)).filter(({ target }) => !isAllowed(target, allowed));
  expect(strange.map(told)).toEqual([]);
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
  const strange = importsOf([...filesBelow('shared'), ...filesBelow('functions')]).filter(
    ({ file, target }) => target.startsWith('@aws-sdk/') && !/^shared\/aws\//.test(file),
  );
  expect(strange.map(told)).toEqual([]);
});

test.each(Object.entries(homes))('%s is imported by %j alone', (name, home) => {
  const everything = [
    ...filesBelow('shared'),
    ...filesBelow('functions'),
    ...filesBelow('infra'),
    ...filesBelow('clients'),
  ];
  const strange = importsOf(everything).filter(
    ({ file, target }) => isOf(target, name) && !home.some((folder) => file.startsWith(folder)),
  );
  expect(strange.map(told)).toEqual([]);
});

test('functions never import each other', () => {
  const strange = importsOf(filesBelow('functions')).filter(({ target }) => target.startsWith('functions/'));
  expect(strange.map(told)).toEqual([]);
});

test('infrastructure knows functions by type alone, so that a forgotten variable does not compile', () => {
  const strange = importsOf(filesBelow('infra')).filter(
    ({ target, isType }) => target.startsWith('functions/') && !isType,
  );
  expect(strange.map(told)).toEqual([]);
});

test('what AWS runs knows nothing of infrastructure, clients, tests or the local engine', () => {
  const outside = /^(infra|clients|test|bench)\//;
  const strange = importsOf([...filesBelow('shared'), ...filesBelow('functions')]).filter(({ target }) =>
    outside.test(target),
  );
  expect(strange.map(told)).toEqual([]);
});

test('imports go round in no circle of values', () => {
  const edges = Map.groupBy(
    importsOf([...filesBelow('shared'), ...filesBelow('functions')]).filter(({ isType }) => !isType),
    ({ file }) => file,
  );
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    (edges.get(from) ?? []).some(({ target }) => {
      if (target === goal) return true;
      if (seen.has(target)) return false;
      seen.add(target);
      return reaches(target, goal, seen);
    });
  expect([...edges.keys()].filter((file) => reaches(file, file))).toEqual([]);
});

const parts = ['shared', 'functions', 'infra', 'clients', 'test', 'bench'];

test('the age of passwords is asked of one file, since domains have their own', () => {
  const asking = [...filesBelow('shared'), ...filesBelow('functions')].filter((file) =>
    /policy\.password(Validity|Warning)Days/.test(textOf(file)),
  );
  expect(asking).toEqual(['shared/domain/passwords/password-terms.ts']);
});

test('there are no barrels', () => {
  expect(parts.flatMap((part) => filesBelow(part)).filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
});

test('no folder is named after a kind of thing', () => {
  const kinds = new Set([
    'utils',
    'util',
    'helpers',
    'services',
    'types',
    'interfaces',
    'common',
    'lib',
    'misc',
    'models',
  ]);
  const named = parts.flatMap(foldersBelow).filter((folder) => kinds.has(folder.split('/').at(-1) ?? ''));
  expect(named).toEqual([]);
});

test('a function is a sentence: forty lines at most, and it decides nothing', () => {
  const texts = filesBelow('functions').map((file) => [file, textOf(file)] as const);
  expect(texts.filter(([, text]) => text.trim().split('\n').length > 40).map(([file]) => file)).toEqual([]);
  expect(texts.filter(([, text]) => /^\s*(if|switch)\b/m.test(text)).map(([file]) => file)).toEqual([]);
});
