/** What a workbook consists of: its sheets, and the parts that say how their cells are to be read. */

import { posix } from 'node:path';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { beginningOf } from '../../domain/one-line.ts';
import { Refused } from '../../domain/refusals.ts';
import { smallPartBytes } from './limits.ts';
import { tell } from './read-part.ts';
import { unreadable } from './unreadable.ts';
import { openZip, type Zip } from './zip.ts';

/** A workbook, opened: the sheet that is meant, and the parts that it may refer to. */
export type Workbook = {
  readonly zip: Zip;
  readonly sheet: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Days are counted from 1904, as Excel for the first Macintosh did. */
  readonly countsFrom1904: boolean;
  /** It is to be worked out when a spreadsheet program opens it, as libraries say that write formulas without results. */
  readonly isUncalculated: boolean;
};

/** Opens a workbook and finds the named sheet, or the first that is not hidden. Throws `Refused` when there is none. */
export const openWorkbook = async (file: StoredFile, sheet?: string): Promise<Workbook> => {
  const zip = await openZip(file);
  const book = await placeOfBook(zip);
  const related = await relationships(zip, book);
  const { sheets, ...facts } = await contentOfBook(zip, book);
  const worksheets = sheets.flatMap(({ name, isHidden, id }) => {
    const found = related.find((one) => one.id === id && one.kind === 'worksheet');
    return found ? [{ name, isHidden, part: found.part }] : [];
  });
  const part = chosen(worksheets, sheet).part;
  const partOf = (kind: string) => related.find((one) => one.kind === kind)?.part;
  const [sharedStrings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return { zip, sheet: part, ...facts, ...(sharedStrings && { sharedStrings }), ...(styles && { styles }) };
};

type Sheet = { name: string; isHidden: boolean; part: string };

const chosen = (sheets: readonly Sheet[], name: string | undefined): Sheet => {
  const folded = (text: string) => text.trim().toLowerCase();
  const found =
    name === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find((sheet) => folded(sheet.name) === folded(name));
  if (found) return found;
  if (name === undefined) throw unreadable();
  const names = sheets.slice(0, 20).map((sheet) => beginningOf(sheet.name, 64));
  throw new Refused({ code: 'SheetUnknown', target: beginningOf(name, 64), fact: names.join(', ') });
};

/** Documents that have a workbook's zip around them, by where they stand in it. */
const otherDocuments = [
  ['word/', 'Word (.docx)'],
  ['ppt/', 'PowerPoint (.pptx)'],
  ['visio/', 'Visio (.vsdx)'],
] as const;

/** Where the workbook itself stands: always as XML, for a binary workbook has the same zip around it. */
const placeOfBook = async (zip: Zip): Promise<string> => {
  if (!zip.parts.has('[content_types].xml')) {
    // Of Numbers, of OpenDocument, or no workbook at all.
    if ([...zip.parts.keys()].some((name) => name.endsWith('.iwa'))) {
      throw new Refused({ code: 'FormatUnknown', fact: 'Numbers (.numbers)' });
    }
    throw zip.parts.has('content.xml') ? unreadable() : new Refused({ code: 'CompressedFile' });
  }
  const book = (await relationships(zip, '')).find(({ kind }) => kind === 'officeDocument')?.part;
  const other = otherDocuments.find(([folder]) => book?.startsWith(folder));
  if (other) throw new Refused({ code: 'FormatUnknown', fact: other[1] });
  if (!book?.endsWith('.xml')) throw unreadable();
  return book;
};

type Relationship = { id: string; kind: string; part: string };

/** What a part refers to, by the last word of its kind: before it stands one of two addresses. */
const relationships = async (zip: Zip, part: string): Promise<Relationship[]> => {
  const folder = posix.dirname(part);
  const found: Relationship[] = [];
  await tell(zip, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), smallPartBytes, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, kind: Type.split('/').at(-1) ?? '', part: target });
    },
    close: () => {},
    text: () => {},
  });
  return found;
};

const contentOfBook = async (zip: Zip, book: string) => {
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  let [countsFrom1904, isUncalculated] = [false, false];
  await tell(zip, book, smallPartBytes, {
    open: (name, { name: title = '', state, id = '', date1904, fullCalcOnLoad }) => {
      if (name === 'sheet')
        sheets.push({ name: title, isHidden: state?.toLowerCase().endsWith('hidden') ?? false, id });
      else if (name === 'workbookPr') countsFrom1904 = isTrue(date1904);
      else if (name === 'calcPr') isUncalculated = isTrue(fullCalcOnLoad);
    },
    close: () => {},
    text: () => {},
  });
  return { sheets, countsFrom1904, isUncalculated };
};

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
