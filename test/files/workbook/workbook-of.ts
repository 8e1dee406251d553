/** A workbook as Excel writes it: texts shared, dates and numbers by style, empty cells and rows not written. */
import { type ZipLies, zipOf } from './zip-of.ts';

/** A cell: shared text, number or yes and no by themselves; others as their markup. Undefined is not written. */
export type Cell =
  | string
  | number
  | boolean
  | { markup: string }
  | { number: number | string; style: number }
  | undefined;

/** A sheet: its rows by their numbers, or one below the other. */
export type Sheet = { name: string; rows: (readonly Cell[])[] | Record<number, readonly Cell[]>; state?: string };

/** Number formats by the styles 1, 2, ...: 0 is as it is. Names are ids that Excel knows, others are codes. */
export const styles = ['14', '22', '20', 'dd\\-mm\\-yyyy;@', '00000', '"h"0.0', '[h]:mm', '[Red]0.00E+00', '@'];

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Text as XML has it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '_x000D_');

/** A, B, ..., Z, AA, ... */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The parts of a workbook, by their names. */
export const partsOf = (sheets: readonly Sheet[], { countsFrom1904 = false } = {}): Record<string, string> => {
  const texts = new Map<string, number>();
  const textNumber = (text: string) => texts.get(text) ?? texts.set(text, texts.size).size - 1;
  const cellOf = (cell: Cell, place: string): string => {
    if (cell === undefined) return '';
    if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${textNumber(cell)}</v></c>`;
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    if ('markup' in cell) return cell.markup.replace('<c', `<c r="${place}"`);
    return `<c r="${place}" s="${cell.style}"><v>${cell.number}</v></c>`;
  };
  const rowOf = (number: number, cells: readonly Cell[]) =>
    `<row r="${number}" spans="1:${cells.length}" x14ac:dyDescent="0.25">${cells
      .map((cell, column) => cellOf(cell, `${letters(column)}${number}`))
      .join('')}</row>`;
  const sheetOf = ({ rows }: Sheet) => {
    const numbered = Array.isArray(rows)
      ? rows.map((cells, index) => [index + 1, cells] as const)
      : Object.entries(rows).map(([number, cells]) => [Number(number), cells] as const);
    return `${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>${numbered
      .map(([number, cells]) => rowOf(number, cells))
      .join('')}</sheetData><pageMargins left="0.7"/></worksheet>`;
  };
  const written = sheets.map(sheetOf);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const relationsOf = (...all: string[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  return {
    '[Content_Types].xml': `${declaration}<Types/>`,
    '_rels/.rels': relationsOf(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${
      countsFrom1904 ? ' date1904="1"' : ''
    }/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf(
      ...sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      relation('rId98', 'styles', 'styles.xml'),
      relation('rId99', 'sharedStrings', '/xl/sharedStrings.xml'),
    ),
    ...Object.fromEntries(written.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet])),
    'xl/styles.xml': stylesPart(),
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}">${[...texts.keys()]
      .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
      .join('')}</sst>`,
  };
};

const stylesPart = (): string => {
  const codes = styles.map((style, index) => ({ style, id: /^\d\d$/.test(style) ? style : String(164 + index) }));
  const numFmts = codes
    .filter(({ style }) => !/^\d\d$/.test(style))
    .map(({ style, id }) => `<numFmt numFmtId="${id}" formatCode="${escaped(style)}"/>`);
  const xfs = codes.map(({ id }) => `<xf numFmtId="${id}" fontId="0" applyNumberFormat="1"/>`);
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>`;
};

/** The workbook as a file. */
export const workbookOf = (sheets: readonly Sheet[], options: { countsFrom1904?: boolean } = {}, lies: ZipLies = {}) =>
  zipOf(partsOf(sheets, options), lies);

/** A workbook of one sheet. */
export const sheetOf = (...rows: (readonly Cell[])[]): Buffer => workbookOf([{ name: 'People', rows }]);
