/** A workbook goes the whole way of an import, as any other file does. */
import { e3 } from '../../fakes/people.ts';
import { type Cell, sheetOf } from '../../files/workbook/workbook-of.ts';
import { problemsOf } from './check-a.ts';
import { newSystem } from './system.ts';

const headings = ['User Name', 'Display Name', 'Mobile Phone', 'Licenses'];
const error: Cell = { markup: '<c t="e"><v>#REF!</v></c>' };
const rows: Cell[][] = [
  ['ada@contoso.com', 'Ada', 31655500142, 'ENTERPRISEPACK'],
  ['ben@contoso.com', error],
  ['cy@contoso.com', 'Cy', undefined, 'ENTERPRISEPACK'],
];

test.each(['people.xlsx', 'PEOPLE.XLSX', 'people.csv'])(
  '%s becomes people, with a report beside it (case 40)',
  async (name) => {
    const system = newSystem();
    await system.directory.putSku({ ...e3, enabled: 1 });
    await system.announce(name, sheetOf(headings, ...rows));
    await system.drain();
    await system.sweepUntilQuiet();
    const people = [...system.memory.people.values()];
    expect(people.map(({ displayName, mobilePhone }) => [displayName, mobilePhone])).toEqual([
      ['Ada', '31655500142'],
      ['Cy', undefined],
    ]);
    expect(people.map(({ assignedLicenses }) => assignedLicenses.length)).toEqual([1, 0]);
    const [report = ''] = system.files.reports.values();
    expect(report.split('\r\n').slice(1, 4)).toEqual([
      '1,ada@contoso.com,created,,,ada@contoso.com,Ada,31655500142,ENTERPRISEPACK',
      expect.stringMatching(/^2,ben@contoso\.com,refused,ValueInvalid,.*#REF!.*,ben@contoso\.com,#REF!,,$/),
      '3,cy@contoso.com,created,,,cy@contoso.com,Cy,,ENTERPRISEPACK',
    ]);
    expect(await problemsOf(system)).toEqual([]);
  },
);

test('a workbook that cannot be read changes nothing', async () => {
  const system = newSystem();
  await system.announce('people.xlsx', sheetOf(headings, ...rows).subarray(0, -100));
  await system.drain();
  expect(system.memory.people.size).toBe(0);
  expect([...system.memory.jobs.values()]).toMatchObject([{ status: 'failed', refusal: { code: 'ExcelWorkbook' } }]);
});
