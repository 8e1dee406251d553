import { decideOptions, writtenOptions } from '../../../shared/domain/imports/decide-options.ts';
import { defaultOptions } from '../../../shared/domain/imports/import-options.ts';
import { instant } from '../../../shared/domain/time.ts';
import { importOptions, optionsFrom, requestImportBody } from '../../../shared/messages/import-options.ts';

const moment = instant('2026-03-01T09:00:00Z');

test('nobody who says anything leaves what is usual', () => {
  expect(decideOptions()).toEqual(defaultOptions);
  expect(decideOptions({}, {})).toEqual(defaultOptions);
});

test('the first that says something decides, property by property', () => {
  const options = decideOptions(
    { seatsShort: 'hold' },
    { seatsShort: 'reject', existingPeople: 'update', dryRun: true },
    { dryRun: false, usageLocation: 'NL', licences: ['E3'] },
  );
  expect(options).toEqual({
    ...defaultOptions,
    seatsShort: 'hold',
    existingPeople: 'update',
    dryRun: true,
    usageLocation: 'NL',
    licences: ['E3'],
  });
});

test('a moment for credentials means nothing where they are not sent later', () => {
  const later = { credentials: 'later', sendCredentialsDateTime: moment } as const;
  expect(decideOptions(later)).toMatchObject(later);
  expect(decideOptions({ credentials: 'none' }, later)).toEqual({ ...defaultOptions, credentials: 'none' });
});

test('options are written by the names of Graph, and read back', () => {
  const written = {
    dryRun: true,
    seatsShort: 'hold',
    existingPeople: 'update',
    sendCredentialsDateTime: '2026-03-01T10:00:00+01:00',
    licenses: ['ENTERPRISEPACK'],
    usageLocation: 'NL',
    stopAfterRefusals: 5,
    userNamePattern: '{givenName}.{surname}@contoso.com',
    columns: { 'Shoe size': 'ignored' },
    sheet: 'People',
    encoding: 'Windows-1250',
  };
  const options = decideOptions(optionsFrom(importOptions.parse(written)));
  expect(options).toEqual({
    ...{ dryRun: true, seatsShort: 'hold', existingPeople: 'update', usageLocation: 'NL', sheet: 'People' },
    encoding: 'windows-1250',
    ...{ credentials: 'later', sendCredentialsDateTime: moment },
    userNamePattern: '{givenName}.{surname}@contoso.com',
    ...{ licences: ['ENTERPRISEPACK'], stopAfterRefusals: 5, columns: { 'Shoe size': 'ignored' } },
  });
  expect(writtenOptions(options)).toEqual({
    ...written,
    encoding: 'windows-1250',
    credentials: 'later',
    sendCredentialsDateTime: moment,
  });
});

test('what is not chosen is not there, so that others decide it', () => {
  expect(optionsFrom(importOptions.parse({ dryRun: false }))).toEqual({ dryRun: false });
});

test.each([
  ['seatsShort', { seatsShort: 'wait' }],
  ['existingPeople', { existingPeople: 'replace' }],
  ['credentials', { credentials: 'now' }],
  ['sendCredentialsDateTime', { sendCredentialsDateTime: 'tomorrow' }],
  ['sendCredentialsDateTime', { sendCredentialsDateTime: moment, credentials: 'mail' }],
  ['licenses', { licenses: 'E3' }],
  ['licenses', { licenses: Array(21).fill('E3') }],
  ['usageLocation', { usageLocation: 'nl' }],
  ['stopAfterRefusals', { stopAfterRefusals: 0 }],
  ['columns', { columns: { City: 7 } }],
  ['columns', { columns: Object.fromEntries(Array.from({ length: 401 }, (_, index) => [`c${index}`, 'city'])) }],
  ['sheet', { sheet: 'x'.repeat(32) }],
  ['encoding', { encoding: 'klingon' }],
  ['dryRun', { dryRun: 'yes' }],
])('%s is held to what there is: %j', (property, written) => {
  const { error } = importOptions.safeParse(written);
  expect(error?.issues.map(({ path }) => path[0])).toEqual([property]);
});

test('an option that there is not is refused', () => {
  expect(importOptions.safeParse({ dryrun: true }).error?.issues[0]).toMatchObject({ keys: ['dryrun'] });
});

test.each(['people.csv', 'Neue Leute 2026.XLSX', 'a.b.tsv', '人.txt'])('%s may be the name of a file', (fileName) => {
  expect(requestImportBody.parse({ fileName })).toEqual({ fileName });
});

test.each([
  ...['', 'people', 'people.json', '.csv', '../people.csv', 'a/b.csv', 'a\\b.csv', 'a\nb.csv', 'people.csv/'],
  ...[`${'x'.repeat(200)}.csv`, 'people.csv\0', 'people.csv\n', 7, undefined],
])('%j may not', (fileName) => {
  expect(requestImportBody.safeParse({ fileName }).success).toBe(false);
});
