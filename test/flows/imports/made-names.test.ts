/** User names made by a pattern: for a whole file of people without any, and for two files at once that want the same. */
import { csv, reportRows } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { unique } from '../driver/names.ts';
import { importRequested, reportText } from '../driver/requested-imports.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const headings = ['First name', 'Last name', 'Display name', 'Employee ID', 'Preferred language'];
const userNamePattern = '{givenName}.{surname}@contoso.com';
/** A surname that nobody else has, in letters alone: numbers are for doubles. */
const surname = () => unique().replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)));

const named = async (name: string) => muster.api.ask('GET', `/v1.0/users/${encodeURIComponent(name)}`);
const outcomes = async (id: string) =>
  (await muster.api.report(id)).map(({ userPrincipalName, outcome, code }) => [userPrincipalName, code ?? outcome]);

test('people get the names that a dry run showed; the same file again knows them by their employee ids', async () => {
  const doe = surname();
  const content = csv(headings, [
    ['Jörg', doe, 'Jörg', unique(), 'de'],
    ['Jorg', doe, 'Jorg', unique(), 'en'],
    ['伟', doe, '伟', unique(), 'zh-Hans'],
    ['Jorg', doe, 'Jorg the other', '', 'en'],
    ['さくら', doe, 'さくら', unique(), 'ja'],
  ]);
  const names = [`joerg.${doe}`, `jorg.${doe}`, `wei.${doe}`, `jorg.${doe}2`].map((name) => `${name}@contoso.com`);
  const options = { userNamePattern };
  const shown = await importRequested(muster, `names ${doe}.csv`, content, { ...options, dryRun: true });
  const created = [...names.map((name) => [name, 'created']), [null, 'UserNameNotMade']];
  expect(shown).toMatchObject({ status: 'succeeded', created: 4, refused: 1 });
  expect(await outcomes(shown.id)).toEqual(created);
  expect((await named(names[0] ?? '')).status).toBe(404);
  const applied = await muster.api.ask('POST', `/v1.0/imports/${shown.id}/apply`);
  expect(applied.status).toBe(202);
  await muster.files.follow((applied.body as { id: string }).id);
  expect((await named(names[0] ?? '')).body).toMatchObject({ userPrincipalName: names[0], displayName: 'Jörg' });
  const again = await importRequested(muster, `names ${doe}.csv`, content, options);
  const [, , , fourth] = await muster.api.report(again.id);
  expect(again).toMatchObject({ created: 0, unchanged: 3, refused: 2 });
  expect(fourth).toMatchObject({
    code: 'MadeNameTaken',
    message: expect.stringContaining(`jorg.${doe}3@contoso.com is free`),
  });
  const lines = reportRows(await reportText(muster, again, { $format: 'csv' }));
  expect(lines.slice(0, 4).map((line) => line['User name'])).toEqual(names);
});

test('of two files at once that make the same names each name goes to one, and nobody is taken for another', async () => {
  const [count, doe] = [120, surname()];
  const content = () =>
    csv(
      headings,
      Array.from({ length: count }, () => ['Pat', doe, 'Pat', unique(), '']),
    );
  const ended = await Promise.all(
    [1, 2].map((n) => importRequested(muster, `rival ${n}.csv`, content(), { userNamePattern, credentials: 'none' })),
  );
  const lines = (await Promise.all(ended.map(({ id }) => muster.api.report(id)))).flat();
  const created = lines.filter(({ outcome }) => outcome === 'created');
  const names = Array.from({ length: count }, (_, n) => `pat.${doe}${n === 0 ? '' : n + 1}@contoso.com`);
  expect(created.map(({ userPrincipalName }) => userPrincipalName).sort()).toEqual(names.toSorted());
  const others = lines.filter(({ outcome }) => outcome !== 'created');
  expect(new Set(others.map(({ code }) => code))).toEqual(new Set(['MadeNameTaken']));
  expect(others).toHaveLength(count);
});

test('a pattern that cannot be used is refused before anything begins, and beside a file in the bucket', async () => {
  const body = { fileName: 'people.csv', userNamePattern: '{nickname}@contoso.com' };
  const { status, text } = await muster.api.ask('POST', '/v1.0/imports', body);
  expect([status, text]).toEqual([400, expect.stringContaining('UserNamePatternInvalid')]);
  expect(text).toContain('{nickname} is no placeholder');
  const options = { userNamePattern: '{givenName}@fabrikam.com' };
  const over = await muster.files.importFile(
    `patterns/${unique()}.csv`,
    csv(headings, [['A', 'B', 'C', '', '']]),
    options,
  );
  expect(over).toMatchObject({ status: 'failed', error: { code: 'UserNamePatternInvalid' } });
});
