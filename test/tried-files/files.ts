/** Files that people have, as they are tried: what each is, and the options that it is read with. */
import type { ImportOptions } from '../../shared/domain/imports/import-options.ts';

/** A file below test/samples, or one that a newcomer finds in samples/, and options where it needs some. */
export type TriedFile = { path: string; what: string; options?: Partial<ImportOptions> };

const said = (encoding: string) => ({ encoding });

/** Everything that is tried, by folder. */
export const triedFiles: readonly TriedFile[] = [
  { path: 'samples/people.csv', what: 'what `npm start` is shown with' },
  { path: 'samples/mixed.csv', what: 'nine faulty rows of eleven' },
  ...(
    [
      ['m365-template-en.csv', "Microsoft's own sample, 15 columns"],
      ['m365-nl-semicolon-windows1252.csv', 'Dutch Excel: semicolons, Windows-1252, one illegal user name'],
      ['m365-de-tab-utf16le.csv', 'German Excel, Unicode text'],
      ['entra-bulk-create.csv', 'Entra bulk create, with version line and example row'],
      ['powershell-msoluser.csv', "the list of Microsoft's script of 2020"],
      ['exchange-staged-migration.csv', 'a staged migration, with passwords'],
      ['mixed-good-and-bad-rows.csv', 'ten rows, most of them with a fault of their own'],
      ['calc-nl.xlsx', 'a workbook of LibreOffice, whose people are on its second sheet'],
      ['calc-nl.xlsx', 'the same, with the sheet named', { sheet: 'Medewerkers' }],
      ['calc-nl-semicolon-windows1252.csv', 'the same sheet as CSV'],
      ['calc-nl-tab-utf16le.csv', 'the same sheet as Unicode text'],
      ['calc-nl.ods', 'the same in OpenDocument'],
    ] as [string, string, Partial<ImportOptions>?][]
  ).map(([name, what, options]) => ({ path: `test/samples/${name}`, what, ...(options && { options }) })),
  ...(
    [
      ['encoding-gb18030.csv', 'CSV as Excel saves it in China'],
      ['encoding-shift-jis.csv', 'in Japan'],
      ['encoding-windows-1250.csv', 'in Poland and Czechia'],
      ['encoding-windows-1250.csv', 'the same, and it is said', said('windows-1250')],
      ['encoding-mac-roman.csv', 'on a Mac'],
      ['encoding-mac-roman.csv', 'the same, and it is said', said('macintosh')],
      ['encoding-1252-row-before-utf8.csv', 'a row of Windows-1252 pasted before rows of UTF-8'],
      ['rare-character.csv', 'a name with a character beyond U+FFFF'],
      ['noncharacter-uffff.csv', 'U+FFFF in a name'],
      ['excel-missing-trailing-separators.csv', 'separators that Excel leaves out at the end of rows'],
      ['excel-text-forms.csv', 'texts as Excel keeps them, and what it has spoiled'],
      ['invisible-characters.csv', 'marks that nobody sees, at the ends and inside'],
      ['powershell-type-line.csv', 'the `#TYPE` line of Windows PowerShell'],
      ['title-rows.csv', 'a title above the headings'],
      ['pipes.csv', 'separated by pipes'],
      ['chinese-headings.csv', 'headings in Chinese, in another order'],
      ['m365-export-users.csv', 'Export users of the Microsoft 365 admin centre'],
      ['entra-download-users.csv', 'Download users of Entra'],
      ['hr-personio.csv', 'a list of Personio'],
      ['hr-bamboohr.csv', 'a list of BambooHR'],
      ['countries-by-name.csv', 'countries by name'],
      ['licences-by-name.csv', 'licences by name'],
      ['formula-without-value.xlsx', 'a formula that was never worked out'],
      ['merged-cells.xlsx', 'a department that is merged over two people'],
      ['macro.xlsm', 'a workbook with macros'],
      ['old.xls', 'a workbook of Excel 97'],
      ['libre.ods', 'a workbook of OpenDocument'],
    ] as [string, string, Partial<ImportOptions>?][]
  ).map(([name, what, options]) => ({ path: `test/samples/reported/${name}`, what, ...(options && { options }) })),
  ...(
    [
      ['entra-download-of-2021.csv', 'Download users of Entra, as it was'],
      ['m365-list-of-a-script.csv', 'the list of a script for Microsoft 365'],
      [
        'm365-list-of-a-script.csv',
        'the same, with a mapping',
        { columns: { UserName: 'mailNickname', '*': 'ignored' } },
      ],
      ['hr-studio.csv', 'a personnel list of a planning tool'],
      ['hr-payroll-de.csv', 'a list of employees of a German payroll'],
      ['google-download-of-2022.csv', 'Download users of Google Workspace'],
      ['google-gam.csv', '`gam print users`'],
    ] as [string, string, Partial<ImportOptions>?][]
  ).map(([name, what, options]) => ({ path: `test/samples/found/${name}`, what, ...(options && { options }) })),
];

/** Bodies of POST /v1.0/users that are tried, by their files below test/samples/reported. */
export const triedBodies: readonly [name: string, what: string][] = [
  ['body-odata-type.json', "what Microsoft's SDKs send"],
  ['body-m365-cli.json', 'property names in another case'],
  ['body-null.json', 'null for a property that is not there'],
  ['body-latin1.json', 'a body that is not UTF-8'],
  ['body-password-policies.json', 'a password that never expires'],
  ['body-invisible-name.json', 'a name of nothing that can be seen'],
];
