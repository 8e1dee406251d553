/** Text that has broken other programs goes through a file, the store, a question and a report, and stays what it is. */
import { csvLines } from '../../../shared/files/report/write-csv.ts';
import { read } from '../../files/reading.ts';
import { newSystem } from '../../work/imports/system.ts';
import { onEveryStore } from '../stores.ts';

/** What could be taken for a part of a question to the table. */
const expressions = [
  'attribute_not_exists(pk)',
  ':pk',
  '#name',
  'SET pk = :x',
  'USER#1',
  "' OR '1'='1",
  '1; DROP TABLE people',
];

/** One of each kind that has done harm: formulas, names of JavaScript's own, expressions, markup, letters of all sorts. */
const naughty = [
  ...['=1+1', '+31 6 1234', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","y")', '＝1+1'],
  ...['__proto__', 'constructor', 'hasOwnProperty', 'null', 'undefined', 'NaN', 'true', '0', '1e400', '0x10'],
  ...expressions,
  ...['{{7*7}}', `\${7*7}`, '%s%n%x', '$(reboot)', '`reboot`', '../../etc/passwd', 'C:\\Windows\\System32', '\\', '"'],
  ...['<script>alert(1)</script>', '<!--', '&amp;', ']]>'],
  ...['Ω≈ç√∫', '田中さん', '👩‍👩‍👧‍👦', 'Z̮̞̠͙͔ͅA̡L̸G̷O', 'ﷺ', 'e\u0301', '\u00e9', 'İı', 'ß', 'a\u00a0b'],
];

/** Of no name: it would begin a line of its own, or show another name than it is. */
const unseen = ['a\nBcc: thief@example.net', 'a\r\n\r\nb', 'a\tb', 'a\u2028b', 'exe\u202egnp.x', '\u0001', 'a\u200bb'];

/** Names that are legal as user names, and mean something to JavaScript. */
const localParts = ['__proto__', 'constructor', 'tostring', 'null', 'undefined'];

onEveryStore((open) => {
  test('stored word for word, found by it, and harmless in the report (cases 42, 47)', async () => {
    const stores = await open();
    const system = newSystem({ stores });
    const people = naughty.map((text, index) => ({ name: localParts[index] ?? `p${index}`, text }));
    // What a spreadsheet would run is refused, unless an apostrophe says that it is a text.
    const written = (text: string) => (/^(?:[=＝]|@SUM)/.test(text) ? `'${text}` : text);
    const rows = people.map(({ name, text }) => [`${name}@contoso.com`, ...Array(3).fill(written(text))]);
    const headings = ['User Name', 'Display Name', 'Department', 'City'];
    await system.announce('people.csv', csvLines([headings, ...rows]));
    await system.drain({ only: ['files', 'rows'] });

    for (const { name, text } of people) {
      const person = await stores.directory.findByUserName(`${name}@contoso.com`);
      expect(person).toMatchObject({ displayName: text, department: text, city: text });
    }
    for (const text of expressions) {
      const filter = [{ property: 'department', test: 'eq', value: text }] as const;
      const { people: found } = await stores.directory.listPeople({ top: 100, filter });
      expect(found.map(({ department }) => department)).toContain(text);
    }
    const [report = ''] = system.files.reports.values();
    const { rows: cells, drafts } = await read(report);
    expect(drafts.map((draft) => draft?.city)).toEqual(naughty);
    expect(cells).toHaveLength(naughty.length);
    expect(report).not.toMatch(/(^|,)"?[=+\-@＝]/m);
  });

  test('what nobody sees is refused, row by row, and the report shows it on one line (weakness 17)', async () => {
    const system = newSystem({ stores: await open() });
    const rows = unseen.map((text, index) => [`q${index}@contoso.com`, text]);
    await system.announce('people.csv', csvLines([['User Name', 'Display Name'], ...rows]));
    await system.drain({ only: ['files', 'rows'] });
    const [report = ''] = system.files.reports.values();
    expect(report.match(/displayName is not valid: it has the invisible character U\+/g)).toHaveLength(unseen.length);
  });
});
