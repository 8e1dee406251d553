/** Imports, as the API answers them: a few in every state, and those that pages begin. */
import type { Import, Row } from '../../../clients/console/api/imports.ts';
import type { Refusal } from '../../../shared/domain/refusals.ts';
import type { Sentence } from '../../../shared/refusals/sentences-in.ts';
import type { Played, PlayedRoutes } from '../played-console.ts';
import { refusal } from '../played-console.ts';
import { playedLicences } from './people.ts';
import { toldTo } from './told.ts';

const idOf = (index: number) => `1c0ffee0-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The ids of those that are there from the beginning. */
export const importIds = {
  check: idOf(1),
  unknownHeadings: idOf(2),
  onHold: idOf(3),
  running: idOf(4),
  done: idOf(5),
  undo: idOf(6),
  cancelled: idOf(7),
  uploading: idOf(8),
  unclear: idOf(9),
  noUserName: idOf(10),
  updates: idOf(11),
} as const;

const columns = [
  ...[
    ['User Name', 'userPrincipalName'],
    ['First Name', 'givenName'],
    ['Last Name', 'surname'],
    ['Display Name', 'displayName'],
    ['Department', 'department'],
    ['Mobile Phone', 'mobilePhone'],
    ['Shoe size', 'ignored'],
    ['Usage Location', 'usageLocation'],
    ['Licenses', 'licences'],
  ].map(([heading = '', property = 'ignored']) => ({ heading, property })),
] as Import['columns'];

/** An import of mixed.csv that is over, with changes. */
export const playedImport = (changed: Partial<Import> = {}): Import => ({
  id: idOf(99),
  kind: 'import',
  status: 'succeeded',
  fileName: 'mixed.csv',
  file: { bucket: 'files', key: 'imports/1/mixed.csv' },
  options: {
    dryRun: false,
    seatsShort: 'unlicensed',
    existingPeople: 'skip',
    credentials: 'mail',
    sendCredentialsDateTime: null,
    licenses: [],
    usageLocation: null,
    stopAfterRefusals: null,
    userNamePattern: null,
    columns: {},
    sheet: null,
    encoding: null,
  },
  undoes: null,
  applies: null,
  format: 'Microsoft 365',
  columns,
  notes: [],
  encoding: 'utf-8',
  encodedCells: ['Zieliński', 'Długa 1', 'Gdańsk'],
  rows: 11,
  created: 2,
  updated: 0,
  unchanged: 0,
  refused: 9,
  skipped: 0,
  deleted: 0,
  restored: 0,
  rowsPerSecond: null,
  secondsLeft: null,
  mails: null,
  licences: [],
  error: null,
  report: { bucket: 'reports', key: 'mixed.csv' },
  createdBy: { kind: 'person', id: '1', displayName: 'Ada Lovelace' },
  createdDateTime: '2026-11-28T09:12:00.000Z',
  completedDateTime: '2026-11-28T09:12:09.000Z',
  ...changed,
});

const dryRun = { ...playedImport().options, dryRun: true };
const nothing = { created: 0, updated: 0, unchanged: 0, refused: 0 };
const unread = { ...nothing, rows: null, columns: [], format: null, encoding: null, encodedCells: [], report: null };
const f3 = playedLicences()[1];

/** A licence of which seats are short. */
const short: Import['licences'] = [
  {
    skuId: f3?.skuId ?? '',
    skuPartNumber: f3?.skuPartNumber ?? '',
    needed: 12,
    granted: 10,
    free: null,
    short: 2,
    seatsToBuy: 2,
  },
];

/** One in every state, newest first. */
export const firstImports = (): Import[] => [
  playedImport({ id: importIds.check, options: dryRun, mails: 2, licences: short, format: 'Microsoft 365 export' }),
  playedImport({
    ...{ id: importIds.unknownHeadings, fileName: 'personnel.csv', options: dryRun, status: 'failed', ...unread },
    error: {
      code: 'HeadingsUnknown',
      message: 'These headings are not known: Mail adress, Shoe size.',
      fact: 'Mail adress, Shoe size',
      target: null,
      options: { columns: { 'Mail adress': 'userPrincipalName', 'Shoe size': 'ignored', '*': 'ignored' } },
    },
  }),
  playedImport({
    ...{ id: importIds.onHold, fileName: 'autumn.xlsx', status: 'onHold', ...nothing, rows: 12, report: null },
    options: { ...playedImport().options, seatsShort: 'hold' },
    licences: short.map((each) => ({ ...each, granted: 0, free: 10, short: 12 })),
    completedDateTime: null,
  }),
  playedImport({
    ...{
      id: importIds.running,
      fileName: 'school.csv',
      status: 'running',
      rows: 100_000,
      created: 41_250,
      refused: 12,
    },
    ...{ secondsLeft: 130, completedDateTime: null, report: null },
  }),
  playedImport({ id: importIds.done }),
  playedImport({
    ...{
      id: importIds.undo,
      fileName: 'spring.csv',
      kind: 'undo',
      undoes: idOf(77),
      deleted: 12,
      created: 0,
      refused: 1,
    },
    rows: 13,
  }),
  playedImport({
    id: importIds.cancelled,
    fileName: 'summer.csv',
    status: 'cancelled',
    created: 40,
    refused: 0,
    rows: 200,
  }),
  playedImport({
    ...{ id: importIds.uploading, fileName: 'large.csv', options: dryRun, status: 'notStarted', ...unread },
    completedDateTime: null,
  }),
  playedImport({
    ...{ id: importIds.unclear, fileName: 'praha.csv', options: dryRun, status: 'failed', ...unread },
    error: {
      ...{ code: 'EncodingUnclear', message: 'It cannot be told for sure.', target: null },
      fact: 'windows-1250 (“Dvořák”, “Černý”); windows-1252 (“Dvoøák”, “Èerný”)',
    },
  }),
  playedImport({
    ...{ id: importIds.noUserName, fileName: 'hires.csv', options: dryRun, status: 'failed', ...unread },
    error: {
      ...{ code: 'HeadingMissing', message: 'The file lacks a column for user names.', target: 'userPrincipalName' },
      fact: 'user names',
    },
  }),
  playedImport({
    ...{ id: importIds.updates, fileName: 'moved.xlsx', options: { ...dryRun, existingPeople: 'update' }, rows: 3 },
    ...{ created: 1, updated: 1, unchanged: 1, refused: 0, mails: 1, encoding: null, encodedCells: [] },
  }),
];

const row = (rowNumber: number, changed: Partial<Row>): Row => ({
  ...{ rowNumber, userPrincipalName: null, outcome: 'refused', code: null, target: null, fact: null, message: null },
  ...{ personId: null, changes: [] },
  ...changed,
});

/** What is wrong with the nine refused rows of mixed.csv. */
const refusals: readonly (readonly [user: string | null, refusal: Refusal])[] = [
  [null, { code: 'UserNameMissing', target: 'User Name' }],
  ['no.display@contoso.com', { code: 'DisplayNameMissing', target: 'Display Name' }],
  ['space in@contoso.com', { code: 'UserNameIllegal', target: 'User Name' }],
  ['wrong.domain@example.org', { code: 'DomainNotVerified', target: 'User Name', fact: 'example.org' }],
  ['mara.lindqvist@contoso.com', { code: 'DuplicateInFile', target: 'User Name', fact: '1' }],
  [
    'unknown.licence@contoso.com',
    { code: 'LicenceUnknown', target: 'Licenses', fact: 'GOLDENPACK; it has ENTERPRISEPACK, STANDARDPACK' },
  ],
  ['unknown.country@contoso.com', { code: 'CountryUnknown', target: 'Usage Location', fact: 'ZZ' }],
  ['too.long@contoso.com', { code: 'ValueTooLong', target: 'Job Title', fact: '64' }],
  ['too.many.cells@contoso.com', { code: 'CellCountWrong', fact: '20 cells for 19 headings' }],
];

const mixedRows = (sentence: Sentence): Row[] => [
  row(1, { userPrincipalName: 'mara.lindqvist@contoso.com', outcome: 'created', personId: idOf(501) }),
  ...refusals.map(([userPrincipalName, refusal], index) =>
    row(index + 2, {
      ...{ userPrincipalName, code: refusal.code, target: refusal.target ?? null, fact: refusal.fact ?? null },
      message: sentence(refusal),
    }),
  ),
  row(11, { userPrincipalName: 'tomasz.zielinski@contoso.com', outcome: 'created', personId: idOf(502) }),
];

const movedRows = (): Row[] => [
  row(1, { userPrincipalName: 'anna@contoso.com', outcome: 'created' }),
  row(2, {
    ...{ userPrincipalName: 'grace@contoso.com', outcome: 'updated', personId: idOf(503) },
    changes: [
      { property: 'department', from: 'Research', to: 'Engineering' },
      { property: 'mobilePhone', from: '+1 555 0100', to: null },
      { property: 'licences', from: [], to: [f3?.skuId ?? ''] },
    ],
  }),
  row(3, { userPrincipalName: 'alan@contoso.com', outcome: 'unchanged', personId: idOf(504) }),
];

/** Of thirteen one was changed meanwhile. */
const undoneRows = (sentence: Sentence): Row[] =>
  Array.from({ length: 13 }, (_, index) => {
    const of = { userPrincipalName: `guest${index + 1}@contoso.com` };
    if (index !== 6) return row(index + 1, { ...of, outcome: 'deleted' });
    const refusal = { code: 'ChangedSinceImport', fact: 'department, jobTitle' } as const;
    return row(7, { ...of, ...refusal, message: sentence(refusal), personId: idOf(505) });
  });

const rowsOf = (one: Import, sentence: Sentence): Row[] => {
  if (one.kind === 'undo') return undoneRows(sentence);
  return one.fileName === 'moved.xlsx' ? movedRows() : mixedRows(sentence);
};

/** Of whom was created one mail has come back, and all others have gone. */
const deliveryOf = ({ created }: Import) => ({
  ...{ held: 0, owed: 0, delivered: 0, complaint: 0 },
  ...{ sent: Math.max(0, created - 1), bounced: Math.min(1, created) },
});

const gone = (): Played => refusal(404, 'NotFound', 'There is no such import.');

/** Bytes of a part, and of what goes in one piece, which a test may make small. */
type Sizes = { partSize: number; onePiece: number };

/**
 * Routes over imports that are kept; `bucket` is where files go, and says what has arrived: parts at
 * `{id}/{number}`, whole files at `{id}`.
 */
export const playedImports = (
  bucket: { url: string; arrived: ReadonlyMap<string, number> } = { url: 'http://files.example', arrived: new Map() },
  imports: Import[] = firstImports(),
  sizes: Sizes = { partSize: 8 * 1024 * 1024, onePiece: 16 * 1024 * 1024 },
): PlayedRoutes => {
  const uploads = new Map<string, { parts: number }>([[importIds.uploading, { parts: 4 }]]);
  const withId = (id: string | undefined, act: (one: Import) => Played): Played => {
    const one = imports.find((each) => each.id === id);
    return one ? act(one) : gone();
  };
  const begin = (one: Import, changed: Partial<Import>): Import => {
    const next = { ...one, createdDateTime: '2026-11-29T10:00:00.000Z', ...changed, id: idOf(100 + imports.length) };
    imports.unshift(next);
    return next;
  };
  const change = (one: Import, changed: Partial<Import>): Played => ({
    status: 202,
    body: Object.assign(one, changed),
  });
  const arrivedParts = (id: string) =>
    [...bucket.arrived]
      .filter(([path]) => path.startsWith(`${id}/`))
      .map(([path, size]) => ({ partNumber: Number(path.split('/')[1]), eTag: `"${size.toString(16)}"`, size }));
  const overed = () => refusal(409, 'UploadOver', 'The upload is over.');
  return {
    'GET imports': () => ({ body: { value: imports } }),
    'GET imports/*': ({ values: [id], query }) =>
      withId(id, (one) => {
        // As the bucket tells the server that a file is there: a moment later than the page knows.
        const hasBegun = one.status === 'notStarted' && bucket.arrived.has(one.id);
        const shown = { ...one, ...(query.get('$expand') === 'delivery' && { delivery: deliveryOf(one) }) };
        if (hasBegun) Object.assign(one, playedCheck());
        return { body: shown };
      }),
    'GET imports/*/report': async ({ values: [id], query, headers }) => {
      const { sentence } = await toldTo({ headers });
      return withId(id, (one) => {
        const rows = rowsOf(one, sentence);
        const outcome = query.get('outcome');
        return { body: { value: outcome === null ? rows : rows.filter((each) => each.outcome === outcome) } };
      });
    },
    'GET imports/*/reportFile': () => ({
      body: { fileName: 'mixed-report.csv', url: 'data:text/csv,row', expiresDateTime: '2030-01-01T00:00:00.000Z' },
    }),
    'POST imports': ({ body }) => {
      const { fileName, fileSize, dryRun: _dry, ...options } = body;
      const one = begin(playedImport({ mails: 2 }), {
        ...{ fileName, status: 'notStarted', options: { ...dryRun, ...options }, ...unread },
      });
      if (fileSize <= sizes.onePiece) {
        const upload = { url: `${bucket.url}/${one.id}`, method: 'PUT', headers: { 'If-None-Match': '*' } };
        return { status: 201, body: { ...one, upload } };
      }
      const parts = Math.ceil(fileSize / sizes.partSize);
      uploads.set(one.id, { parts });
      return { status: 201, body: { ...one, upload: { partSize: sizes.partSize, parts } } };
    },
    'GET imports/*/uploadParts': ({ values: [id = ''] }) => {
      const upload = uploads.get(id);
      return upload ? { body: { partSize: sizes.partSize, parts: upload.parts, value: arrivedParts(id) } } : overed();
    },
    'POST imports/*/uploadParts': ({ values: [id = ''], body }) => ({
      body: {
        value: body.partNumbers.map((partNumber: number) => ({
          ...{ partNumber, url: `${bucket.url}/${id}/${partNumber}`, method: 'PUT', headers: {} },
        })),
      },
    }),
    'POST imports/*/completeUpload': ({ values: [id = ''], body }) =>
      withId(id, (one) => {
        const upload = uploads.get(id);
        if (!upload) return overed();
        if (body.parts.length !== upload.parts) return refusal(409, 'UploadIncomplete', 'Parts are missing.');
        uploads.delete(id);
        return change(one, playedCheck());
      }),
    'POST imports/*/abortUpload': ({ values: [id = ''] }) =>
      withId(id, (one) => {
        uploads.delete(id);
        return change(one, { status: 'cancelled' });
      }),
    'POST imports/*/cancel': ({ values: [id] }) => withId(id, (one) => change(one, { status: 'cancelled' })),
    'POST imports/*/resume': ({ values: [id] }) => withId(id, (one) => change(one, { status: 'running' })),
    'POST imports/*/apply': ({ values: [id] }) =>
      withId(id, (one) => ({
        status: 202,
        body: begin(one, { applies: one.id, options: { ...one.options, dryRun: false }, mails: null }),
      })),
    'POST imports/*/undo': ({ values: [id] }) =>
      withId(id, (one) => ({
        status: 202,
        body: begin(one, { kind: 'undo', undoes: one.id, deleted: one.created, created: 0, refused: 0, rows: 2 }),
      })),
    'POST imports/*/dryRun': ({ values: [id], body }) =>
      withId(id, (one) => ({
        status: 202,
        body: begin(one, { ...playedCheck(), options: { ...one.options, ...body, dryRun: true }, error: null }),
      })),
    'POST imports/*/sendCredentials': () => ({ status: 202 }),
  };
};

/** What a check says of mixed.csv once it is over. */
export const playedCheck = (): Partial<Import> => {
  const { id: _id, fileName: _name, options: _options, ...over } = playedImport({ mails: 2 });
  return over;
};
