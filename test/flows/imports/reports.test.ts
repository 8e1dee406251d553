/** What became of each row: the report as a file that can be mended, as pages of JSON, and as a mail. */
import { csv, reportRows } from '../driver/import-files.ts';
import { passwordsIn } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, newLicence, unique } from '../driver/names.ts';
import type { Page, ReportLine } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const headings = ['User Name', 'Display Name', 'City', 'Alternate email address', 'Password'];

/** Two good rows and three bad ones, each with a chosen password. */
const mixedFile = () => {
  const run = unique();
  const password = `Own-${unique()}-Wombat7`;
  const row = (name: string, displayName: string, city = 'Gouda') => [
    `${name}.${run}@contoso.com`,
    displayName,
    city,
    `${name}.${run}@example.net`,
    password,
  ];
  const rows = [
    row('anna', 'Anna'),
    row('bad name', 'Bad'),
    row('chris', ''),
    row('dirk', '@dirk', "'s-Hertogenbosch"),
    row('anna', 'Anna Again', '+31 place'),
  ];
  return { run, password, key: `reports/mixed ${run}.csv`, content: csv(headings, rows) };
};

test('the report has a line per row, opens in Excel, runs no formula and holds no password (case 42)', async () => {
  const { run, password, key, content } = mixedFile();
  const over = await muster.files.importFile(key, content);
  expect(over).toMatchObject({ status: 'succeeded', rows: 5, created: 2, refused: 3 });
  expect(over.report).toEqual({
    bucket: muster.outputs.ReportBucketName,
    key: `${over.id}/mixed ${run}.report.csv`,
  });

  const text = await muster.files.reportFile(over);
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text.includes(password)).toBe(false);
  const rows = reportRows(text);
  expect(Object.keys(rows[0] ?? {})).toEqual(['Row', 'User name', 'Outcome', 'Code', 'Message', ...headings]);
  expect(rows.map((row) => [row.Row, row.Outcome, row.Code])).toEqual([
    ['1', 'created', ''],
    ['2', 'refused', 'UserNameIllegal'],
    ['3', 'refused', 'DisplayNameMissing'],
    ['4', 'created', ''],
    ['5', 'refused', 'DuplicateInFile'],
  ]);
  for (const row of rows) {
    expect(row.Password).toBe('');
    expect(row.Message === '').toBe(row.Code === '');
  }
  expect(rows[3]).toMatchObject({ 'Display Name': "'@dirk", City: "''s-Hertogenbosch" });
  expect(rows[4]).toMatchObject({ City: "'+31 place" });
});

test('mended and dropped again, the report makes just the people of the mended rows', async () => {
  const { run, key, content } = mixedFile();
  const first = await muster.files.importFile(key, content);
  const report = await muster.files.reportFile(first);
  const mended = report
    .replaceAll(`bad name.${run}@`, `ben.${run}@`)
    .replace(`chris.${run}@contoso.com,,`, `chris.${run}@contoso.com,Chris,`)
    .replace(/(\r\n5,.*)/s, (row) => row.replaceAll(`anna.${run}@contoso.com`, `eva.${run}@contoso.com`));
  expect(mended).not.toBe(report);

  const second = await muster.files.importFile(key.replace('.csv', ' mended.csv'), mended);
  expect(second).toMatchObject({ status: 'succeeded', rows: 5, created: 3, unchanged: 2, refused: 0 });
  expect((await muster.api.report(second.id)).map(({ outcome, code }) => [outcome, code])).toEqual([
    ['unchanged', null],
    ['created', null],
    ['created', null],
    ['unchanged', null],
    ['created', null],
  ]);
  expect(await muster.api.user(`dirk.${run}@contoso.com`)).toMatchObject({
    displayName: '@dirk',
    city: "'s-Hertogenbosch",
  });
  expect(await muster.api.user(`eva.${run}@contoso.com`)).toMatchObject({ city: '+31 place' });
});

test('the report by HTTP comes in pages, and only what is asked for', async () => {
  const run = unique();
  const rows = Array.from({ length: 130 }, (_, index) => [
    `${index % 10 === 9 ? 'no one' : `p${index}`}.${run}@contoso.com`,
    `Person ${index}`,
  ]);
  const over = await muster.files.importFile(`reports/pages-${run}.csv`, csv(headings.slice(0, 2), rows));
  expect(over).toMatchObject({ rows: 130, created: 117, refused: 13 });

  const lines = await muster.api.report(over.id, '?$top=50');
  expect(lines.map(({ rowNumber }) => rowNumber)).toEqual(Array.from({ length: 130 }, (_, index) => index + 1));
  expect(lines[9]).toEqual({
    rowNumber: 10,
    userPrincipalName: `no one.${run}@contoso.com`,
    outcome: 'refused',
    code: 'UserNameIllegal',
    target: 'userPrincipalName',
    message: expect.stringContaining('not allowed'),
    fact: null,
    personId: null,
    changes: [],
  });
  const first = (await muster.api.ask('GET', `/v1.0/imports/${over.id}/report?$top=50`)).body as Page<ReportLine>;
  expect(first.value).toHaveLength(50);
  const refused = await muster.api.report(over.id, '?outcome=refused&$top=5');
  expect(refused.map(({ rowNumber }) => rowNumber)).toEqual(Array.from({ length: 13 }, (_, index) => 10 * index + 10));
});

test('the administrator gets the results: counts, the report, seats to buy, and no password', async () => {
  const run = unique();
  const plan = await newLicence(muster, 2);
  const password = `Own-${unique()}-Numbat7`;
  const rows = Array.from({ length: 5 }, (_, index) => [
    `${index === 4 ? 'no one' : `q${index}`}.${run}@contoso.com`,
    `Person ${index}`,
    'NL',
    plan.skuPartNumber,
    password,
  ]);
  const columns = ['User Name', 'Display Name', 'Usage Location', 'Licenses', 'Password'];
  const over = await muster.files.importFile(`reports/results-${run}.csv`, csv(columns, rows));
  expect(over).toMatchObject({ created: 4, refused: 1, licences: [{ needed: 4, granted: 2, short: 2 }] });

  const mail = await muster.mailbox.mail({ to: administrator, about: `results-${run}.csv` });
  expect(mail.subject).toBe(`Import of reports/results-${run}.csv: 4 created, 1 refused`);
  expect(mail.text).toMatch(/Created: 4\n.*Refused: 1\nWaiting for a licence: 2\n/s);
  expect(mail.text).toContain(`GET /v1.0/imports/${over.id}/reportFile`);
  expect(mail.text).toContain(`no one.${run}@contoso.com`);
  expect(mail.text.includes(`${plan.skuPartNumber}: 2`)).toBe(true);
  expect(mail.text.includes(password)).toBe(false);
  expect(passwordsIn(mail.text)).toEqual([]);

  // The first rows have the seats.
  const states = await Promise.all([0, 1, 2, 3].map((index) => muster.api.user(`q${index}.${run}@contoso.com`)));
  expect(states.map(({ assignedLicenses }) => assignedLicenses.length)).toEqual([1, 1, 0, 0]);
  expect(states.map(({ waitingLicenses }) => waitingLicenses.length)).toEqual([0, 0, 1, 1]);
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 2, reservedUnits: 0 });
});

test.each([
  ['GET', '/v1.0/imports/nothing', 404],
  ['GET', '/v1.0/imports/00000000-0000-4000-8000-000000000000/report', 404],
  ['GET', '/v1.0/imports?$top=0', 400],
])('%s %s is refused', async (method, path, status) => {
  expect((await muster.api.ask(method, path)).status).toBe(status);
});
