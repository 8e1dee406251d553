import fc from 'fast-check';
import type { Row } from '../../../shared/domain/dialects/draft-from-row.ts';
import type { ReadableFile } from '../../../shared/files/reading/read-file.ts';
import { escapeFormula, unescapeFormula } from '../../../shared/files/report/formula.ts';
import { reportHeading, reportLine } from '../../../shared/files/report/report.ts';
import { read } from '../reading.ts';

/** The report of a file in which every row came out well. */
const reportOf = async (file: ReadableFile, rows: readonly Row[]): Promise<string> => {
  const outcomes = rows.map((row) => ({
    ...row,
    userName: row.draft?.userPrincipalName,
    outcome: row.draft ? 'created' : 'refused',
    code: row.refusals?.[0]?.code,
  }));
  return [reportHeading(file), ...outcomes.map((row) => reportLine(file, row))].join('');
};

test('what a report looks like', async () => {
  const { file, rows } = await read(
    'user name;Display Name;Mobile Phone;Password\na@contoso.com;=1+1;+31 6 5550;Pa55-word\nb@contoso.com;"O\'Brien, ""B"""\n',
  );
  expect(await reportOf(file, rows)).toBe(
    '\ufeffRow,User name,Outcome,Code,Message,user name,Display Name,Mobile Phone,Password\r\n' +
      "1,,refused,ValueInvalid,,a@contoso.com,'=1+1,'+31 6 5550,\r\n" +
      '2,,refused,CellCountWrong,,,,,\r\n',
  );
});

test('a password is not written, even when the cells hold one', async () => {
  const { file } = await read('User Name,Display Name,Password\na@contoso.com,Ada,Pa55-word\n');
  const cells = ['a@contoso.com', 'Ada', 'Pa55-word'];
  const text = reportLine(file, { rowNumber: 1, outcome: 'created', cells });
  expect(text).toContain('Ada');
  expect(text).not.toContain('Pa55');
});

test('a report of no rows has its headings', async () => {
  const { file } = await read('User Name,Display Name\na@contoso.com,Ada\n');
  expect(await reportOf(file, [])).toBe('\ufeffRow,User name,Outcome,Code,Message,User Name,Display Name\r\n');
});

test('no cell of a report can run as a formula (case 42)', () => {
  fc.assert(
    fc.property(fc.tuple(fc.constantFrom(...'=+-@\t\r\0', '', "'"), fc.string()), ([first, rest]) => {
      const escaped = escapeFormula(first + rest);
      expect(escaped).not.toMatch(/^[=+\-@\t\r\0]/);
      expect(unescapeFormula(escaped)).toBe(first + rest);
    }),
  );
});

test("an apostrophe that somebody types into a report stays, as in 's-Hertogenbosch", async () => {
  const { file, rows } = await read("User Name,Display Name,City\na@contoso.com,Ada,'s-Gravenhage\n");
  const report = await reportOf(file, rows);
  expect(report).toContain("''s-Gravenhage");
  const mended = await read(report.replace("''s-Gravenhage", "'s-Hertogenbosch"));
  expect(mended.drafts[0]?.city).toBe("'s-Hertogenbosch");
});

test('only in a report is an apostrophe before another taken off', async () => {
  const { drafts } = await read("User Name,Display Name,City\na@contoso.com,Ada,''s-Gravenhage\n");
  expect(drafts[0]?.city).toBe("''s-Gravenhage");
});

test('a report is recognised in any case, separated by semicolons, and mapped by position again', async () => {
  const headings = Array.from({ length: 15 }, (_, index) => `=Étiquette ${index}`).join(',');
  const { file, rows, drafts } = await read(`${headings}\na@contoso.com,,,Ada${','.repeat(11)}\n`);
  expect(file.notes).toHaveLength(1);
  const report = (await reportOf(file, rows))
    .replace('Row,User name,Outcome', 'ROW,user NAME,outcome')
    .replaceAll(',', ';');
  const again = await read(report);
  expect(again.file).toMatchObject({ isReport: true, headings: file.headings, columns: file.columns });
  expect(again.drafts).toEqual(drafts);
});

/** Cells as nasty as they come; a lone surrogate is no text, and blanks at the edges are never part of a value. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', "'", '=', '+', '-', '@', ' ', 'é', 'x', '漢'),
    maxLength: 12,
  }),
);
const cell = nasty.filter((text) => !/[\0\ufffd]/.test(text));

test('a report that is dropped again gives the same people, and so does the report of that', async () => {
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 5 }), async (people) => {
      const sheet = ['User Name,Display Name,City,Mobile Phone,Fax']
        .concat(people.map((cells) => [...cells, 'x'].map(quoted).join(',')))
        .join('\r\n');
      const first = await read(sheet);
      const report = await reportOf(first.file, first.rows);
      const second = await read(report, 7);
      expect(second.drafts).toEqual(first.drafts);
      expect(second.file.isReport).toBe(true);
      expect(second.rows.map(({ cells }) => cells)).toEqual(first.rows.map(({ cells }) => cells));
      expect(await reportOf(second.file, second.rows)).toBe(report);
    }),
  );
});
