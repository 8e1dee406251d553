/** Imports that are asked for by the API: where their file goes, how they are to go, and what can be done with them. */
import { csv, reportRows } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, newLicence, setSeats, unique } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const headings = ['User Name', 'Display Name', 'City', 'Licenses', 'Usage Location'];

/** A file of people whom nobody else has, and one whose name cannot be. */
const people = ({ city = 'Gouda', licence = '', bad = false } = {}) => {
  const run = unique();
  const nameOf = (n: number) => `p${n}.${run}@contoso.com`;
  const rows = [1, 2, 3].map((n) => [nameOf(n), `Person ${n}`, city, licence, 'NL']);
  const all = bad ? [...rows, [`no one.${run}@contoso.com`, 'Nobody', city, '', 'NL']] : rows;
  return { run, nameOf, content: csv(headings, all) };
};

const userNamed = async (name: string) =>
  (await muster.api.ask('GET', `/v1.0/users/${encodeURIComponent(name)}`)).status;

test('an import is asked for, its file is put to the address, and people come of it', async () => {
  const { nameOf, content } = people({ bad: true });
  const asked = await muster.api.requestImport({ fileName: 'Neue Leute +1.csv', credentials: 'none' });
  expect(asked).toMatchObject({
    status: 'notStarted',
    file: { bucket: muster.outputs.ImportBucketName, key: `imports/${asked.id}/Neue Leute +1.csv` },
    options: { credentials: 'none', dryRun: false },
    upload: { method: 'PUT', headers: { 'If-None-Match': '*' } },
  });
  expect(asked.createdBy.id).not.toBe('import-bucket');
  expect(new Date(asked.upload.expiresDateTime).getTime()).toBeGreaterThan(Date.now());
  await muster.files.upload(asked, content);
  const over = await muster.files.follow(asked.id);
  expect(over).toMatchObject({ status: 'succeeded', rows: 4, created: 3, refused: 1, createdBy: asked.createdBy });
  expect(await userNamed(nameOf(1))).toBe(200);
});

test('a dry run says what would happen and changes nothing, and is then applied', async () => {
  const { run, nameOf, content } = people({ bad: true });
  const licence = await newLicence(muster, 2);
  const key = `requests/dry ${run}.csv`;
  const options = { dryRun: true, licenses: [licence.skuPartNumber] };
  const shown = await muster.files.importFile(
    key,
    content.replaceAll(',Gouda,,', `,Gouda,${licence.skuPartNumber},`),
    options,
  );
  expect(shown).toMatchObject({ status: 'succeeded', created: 3, refused: 1, options });
  expect(shown.licences).toMatchObject([{ needed: 3, granted: 2, seatsToBuy: 1 }]);
  expect(shown.mails).toBeGreaterThan(0);
  expect(await userNamed(nameOf(1))).toBe(404);
  expect(await muster.api.licence(licence.skuId)).toMatchObject({ consumedUnits: 0, reservedUnits: 0 });

  const applied = await muster.api.askOfImport(shown.id, 'apply');
  expect(applied).toMatchObject({ applies: shown.id, options: { dryRun: false } });
  expect(await muster.files.follow(applied.id)).toMatchObject({ status: 'succeeded', created: 3, refused: 1 });
  expect(await userNamed(nameOf(3))).toBe(200);
  expect((await muster.api.askOfImport(shown.id, 'apply')).id).toBe(applied.id);
});

test('people who exist are changed where the file says so, and the report says what', async () => {
  const { run, nameOf, content } = people();
  const key = `requests/update ${run}.csv`;
  await muster.files.importFile(key, content);
  await muster.files.putFile(`requests/update ${run}.options.json`, '{"existingPeople":"update"}');
  const over = await muster.files.importFile(key, content.replace('Person 2,Gouda', 'Person 2,Delft'));
  expect(over).toMatchObject({
    created: 0,
    updated: 1,
    unchanged: 2,
    refused: 0,
    options: { existingPeople: 'update' },
  });
  const { id } = await muster.api.user(nameOf(2));
  const [line] = await muster.api.report(over.id, '?outcome=updated');
  expect(line).toMatchObject({ personId: id, changes: [{ property: 'city', from: 'Gouda', to: 'Delft' }] });

  const asText = (format: string) => muster.api.ask('GET', `/v1.0/imports/${over.id}/report?$format=${format}`);
  const sheet = await asText('csv');
  expect(sheet.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(reportRows(sheet.text).map(({ Outcome, Changes }) => [Outcome, Changes])).toEqual([
    ['unchanged', ''],
    ['updated', 'city: Gouda -> Delft'],
    ['unchanged', ''],
  ]);
  const lines = (await asText('jsonl')).text.trimEnd().split('\n');
  expect(lines.map((each) => JSON.parse(each).rowNumber)).toEqual([1, 2, 3]);
  const whole = await muster.api.ask('GET', `/v1.0/imports/${over.id}/reportFile`);
  expect([whole.status, reportRows(whole.text).length]).toEqual([200, 3]);
  expect(Object.keys(reportRows(whole.text)[0] ?? {})).toEqual(expect.arrayContaining(['Outcome', 'Display Name']));
});

test('how far the credentials of new people are is told with their rows', async () => {
  const { run, content } = people();
  const over = await muster.files.importFile(`requests/delivery ${run}.csv`, content);
  const sent = await waitFor(
    'the credentials to be sent',
    () => muster.api.report(over.id, '?$expand=delivery'),
    (rows) => rows.every(({ delivery }) => delivery === 'sent'),
  );
  expect(sent).toHaveLength(3);
});

test.each([
  ['an unknown option', '{"dryrun":true}', 'dryrun'],
  ['a wrong one', '{"seatsShort":"wait"}', 'seatsShort'],
  ['no JSON', 'dryRun', 'options.json'],
])('a file of options with %s refuses the file, and changes nothing', async (_, options, named) => {
  const { run, nameOf, content } = people();
  const key = `requests/${run}.csv`;
  await muster.files.putFile(`requests/${run}.options.json`, options);
  const over = await muster.files.importFile(key, content);
  expect(over).toMatchObject({ status: 'failed', rows: null, created: 0, error: { code: 'OptionsInvalid' } });
  expect(over.error?.message).toContain(named);
  expect(await userNamed(nameOf(1))).toBe(404);
  const mail = await muster.mailbox.mail({ to: administrator, about: key });
  expect(mail.subject).toBe(`${key} was not imported`);
});

test('an import that must not be short waits for seats, and goes on without them when it is resumed', async () => {
  const licence = await newLicence(muster, 2);
  const [one, other] = [people({ licence: licence.skuPartNumber }), people({ licence: licence.skuPartNumber })];
  const held = await muster.files.importFile(`requests/held ${one.run}.csv`, one.content, { seatsShort: 'hold' });
  expect(held).toMatchObject({ status: 'onHold', created: 0, licences: [{ needed: 3, free: 2, seatsToBuy: 1 }] });
  expect(await userNamed(one.nameOf(1))).toBe(404);
  expect(await muster.api.askOfImport(held.id, 'resume')).toMatchObject({ id: held.id, status: 'running' });
  expect(await muster.files.follow(held.id)).toMatchObject({ status: 'succeeded', created: 3 });

  const second = await muster.files.importFile(`requests/held ${other.run}.csv`, other.content, { seatsShort: 'hold' });
  expect(second.status).toBe('onHold');
  await setSeats(muster, licence, 10);
  const served = await waitFor(
    'the seats to be noticed',
    () => muster.api.import(second.id),
    ({ status }) => status === 'succeeded',
  );
  expect(served).toMatchObject({ created: 3, licences: [{ granted: 3 }] });
});

test('what an import did is taken back, and that again', async () => {
  const { run, nameOf, content } = people();
  const over = await muster.files.importFile(`requests/undone ${run}.csv`, content);
  const undo = await muster.api.askOfImport(over.id, 'undo');
  expect(undo).toMatchObject({ kind: 'undo', undoes: over.id });
  expect(await muster.files.follow(undo.id)).toMatchObject({ status: 'succeeded', deleted: 3 });
  expect(await userNamed(nameOf(1))).toBe(404);
  expect((await muster.api.askOfImport(over.id, 'undo')).id).toBe(undo.id);

  const redo = await muster.api.askOfImport(undo.id, 'undo');
  expect(await muster.files.follow(redo.id)).toMatchObject({ status: 'succeeded', restored: 3 });
  expect(await userNamed(nameOf(1))).toBe(200);
});

test('an import that is cancelled before its file is there makes nobody of it', async () => {
  const { nameOf, content } = people();
  const asked = await muster.api.requestImport({ fileName: 'late.csv' });
  await muster.api.askOfImport(asked.id, 'cancel');
  expect(await muster.files.follow(asked.id)).toMatchObject({ status: 'cancelled', created: 0 });
  await muster.files.upload(asked, content);
  // Another file, which is imported after it.
  const next = people();
  await muster.files.importFile(`requests/next ${next.run}.csv`, next.content);
  expect(await userNamed(nameOf(1))).toBe(404);
  const again = await muster.api.ask('POST', `/v1.0/imports/${asked.id}/cancel`);
  expect([again.status, again.body]).toMatchObject([409, { error: { code: 'ImportOver' } }]);
});

test('what cannot be is refused with its reason', async () => {
  const { run, content } = people();
  const over = await muster.files.importFile(`requests/over ${run}.csv`, content);
  const again = await muster.files.importFile(`requests/again ${run}.csv`, content);
  const refusalOf = async (id: string, action: string) => {
    const { status, body } = await muster.api.ask('POST', `/v1.0/imports/${id}/${action}`);
    return [status, (body as { error: { code: string } }).error.code];
  };
  expect(await refusalOf(over.id, 'cancel')).toEqual([409, 'ImportOver']);
  expect(await refusalOf(over.id, 'resume')).toEqual([409, 'ImportNotResumable']);
  expect(await refusalOf(over.id, 'apply')).toEqual([409, 'NotADryRun']);
  expect(await refusalOf(again.id, 'undo')).toEqual([409, 'NothingToUndo']);
  expect(await refusalOf('00000000-0000-4000-8000-000000000000', 'undo')).toEqual([404, 'NotFound']);
  const wrong = await muster.api.ask('POST', '/v1.0/imports', { fileName: 'a/b.csv', seatsShort: 'wait' });
  expect(wrong.status).toBe(400);
  expect((await muster.api.ask('GET', `/v1.0/imports/${over.id}/report?$format=xml`)).status).toBe(400);
});
