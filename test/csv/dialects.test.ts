import fc from 'fast-check';
import iconv from 'iconv-lite';
import { templates } from '../../shared/domain/microsoft-headings.ts';
import { read } from './reading.ts';

const properties = [
  'userPrincipalName',
  'givenName',
  'surname',
  'displayName',
  'jobTitle',
  'department',
  'officeLocation',
  'businessPhones',
  'mobilePhone',
  'faxNumber',
  'otherMails',
  'streetAddress',
  'city',
  'state',
  'postalCode',
  'country',
] as const;

/**
 * Values as people have them, in characters that every encoding here can write. Signs such as € are left to
 * encodings.test.ts: behind a capital with an accent they may be either of two encodings, and a file of a few words
 * cannot tell which.
 */
const value = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019 ,;\t"\'=+-@.éËüß\n'), maxLength: 15 })
  .map((text) => text.trim());

const person = fc
  .tuple(...properties.map(() => value))
  .map((values) =>
    values.map((each, index) =>
      (index === 0 ? `p${each}` : properties[index] === 'otherMails' ? each.replace(/[,;]/g, '') : each).trim(),
    ),
  );

const dialect = fc.record({
  template: fc.constantFrom(...templates),
  separator: fc.constantFrom(',', ';', '\t'),
  hasSeparatorLine: fc.boolean(),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  endsWithLineEnd: fc.boolean(),
  quotesAll: fc.boolean(),
  blankLines: fc.boolean(),
  emptyColumns: fc.nat({ max: 3 }),
  order: fc.shuffledSubarray([...properties.keys()], { minLength: properties.length }),
  fold: fc.constantFrom<(heading: string) => string>(
    (heading) => heading,
    (heading) => heading.toUpperCase(),
    (heading) => heading.replaceAll(' ', ''),
    (heading) => ` ${heading.normalize('NFD')} `,
  ),
  encode: fc.constantFrom<(text: string) => Uint8Array>(
    (text) => Buffer.from(text),
    (text) => Buffer.from(`\ufeff${text}`),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    (text) => iconv.encode(text.normalize('NFC'), 'windows-1252'),
  ),
  pieceSize: fc.integer({ min: 1, max: 400 }),
});

const expected = (values: readonly string[]) =>
  Object.fromEntries(
    properties
      .map((name, index) => [name, values[index]] as const)
      .filter(([, text]) => text)
      .map(([name, text]) => [name, name === 'businessPhones' || name === 'otherMails' ? [text] : text]),
  );

test('people written in any dialect are read as the same people', async () => {
  await fc.assert(
    fc.asyncProperty(dialect, fc.array(person, { minLength: 1, maxLength: 4 }), async (how, people) => {
      const cellOf = (text: string) =>
        how.quotesAll || /["\r\n]/.test(text) || text.includes(how.separator)
          ? `"${text.replaceAll('"', '""')}"`
          : text;
      const lineOf = (values: readonly string[]) =>
        how.order.map((index) => cellOf(values[index] as string)).join(how.separator) +
        how.separator.repeat(how.emptyColumns);
      const lines = [lineOf(how.template.headings.split(',').map(how.fold)), ...people.map(lineOf)];
      if (how.hasSeparatorLine) lines.unshift(`sep=${how.separator}`);
      const text =
        lines.join(how.blankLines ? how.lineEnd.repeat(2) : how.lineEnd) + (how.endsWithLineEnd ? how.lineEnd : '');
      const { file, drafts } = await read(how.encode(text), how.pieceSize);
      expect(file.language).toBe(how.template.language);
      expect(drafts).toEqual(people.map(expected));
    }),
    { numRuns: 300 },
  );
});
