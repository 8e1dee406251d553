/** What the text of a cell says, where spreadsheets write texts in forms of their own, or spoil them. */
import { visibleText } from '../unseen-characters.ts';
import type { Column } from './columns.ts';

/** A cell's text, or why it cannot be told what stood there. */
export type CellText = { text: string; fact?: never } | { fact: string; text?: never };

/** What a sheet has for a formula that no program has worked out yet. */
export const uncalculated = '#UNCALCULATED!';

/** Columns of numbers that are names: a digit less, or a date, is another one. */
const numberColumns: ReadonlySet<Column> = new Set([
  ...(['businessPhones', 'mobilePhone', 'faxNumber', 'employeeId', 'postalCode'] as const),
]);

/** Columns of words, some of which begin with an apostrophe: 't Hooft, 's-Gravenhage, '68. */
const wordColumns: ReadonlySet<Column> = new Set([
  ...(['displayName', 'givenName', 'surname', 'jobTitle', 'department', 'officeLocation'] as const),
  ...(['streetAddress', 'city', 'state', 'country'] as const),
]);

/** The text of `="00123"`, by which a spreadsheet keeps digits as they are; undefined where a cell has another form. */
export const quotedText = (value: string): string | undefined => {
  const [, inner] = /^=\s*"((?:[^"]|"")*)"$/.exec(value) ?? [];
  return inner === undefined ? undefined : visibleText(inner.replaceAll('""', '"'));
};

/**
 * What a cell that is not blank says: `="text"` and a text behind the apostrophe that keeps a spreadsheet from changing
 * it are taken as they are. What it has changed already is refused where that is sure: formulas, errors, shortened
 * numbers. Passwords are no matter of this: they are what they are.
 */
export const textOfCell = (value: string, column: Column): CellText => {
  const quoted = quotedText(value) ?? withoutApostrophe(value, column);
  if (quoted !== undefined) return { text: quoted };
  const fact = faultOf(value, column);
  return fact === undefined ? { text: value } : { fact };
};

/** Names of months as spreadsheets shorten them, in the languages of headings. */
const month = '(?:jan|feb|m[aä]r|mrt|apr|ma[iy]|mei|jun|jul|aug|sept?|o[ck]t|nov|de[cz])\\.?';
const dayAndMonth = `\\d{1,2}[-. ]+${month}(?:[- ]\\d{2,4})?|\\d{1,2}月\\d{1,2}日`;

/** What a spreadsheet would make something else of: numbers and dates, signs that begin a formula, yes and no. */
const changeable = new RegExp(
  `^(?:[=+\\-@＝＋－＠]|(?:[\\d(][\\d\\s().,:/-]*(?:E[+-]?\\d+)?|${dayAndMonth}|true|false)$)`,
  'iu',
);

const withoutApostrophe = (value: string, column: Column): string | undefined => {
  if (!/^['’]/.test(value)) return undefined;
  const rest = visibleText(value.slice(1));
  return changeable.test(rest) || (/^\d/.test(rest) && !wordColumns.has(column)) ? rest : undefined;
};

/** How a spreadsheet shows a number for which it has no room; and how programs write those that they took for fractions. */
const shortened = /^[+-]?\d(?:[.,]\d+)?E\+\d{2,3}$/i;
const fraction = /^[+-]?(?:\d[.,]\d+E\+?\d+|\d{5,}\.0)$/i;

/** A date with the name of its month: no number is written so, though a code may well be JAN-2026. */
const dated = new RegExp(`^(?:${dayAndMonth})$`, 'iu');

/** What a spreadsheet shows for a formula that failed, in any language: #N/A, #REF!, #NAAM?, #DEEL/0!, #¡VALOR!, Err:508 */
const sheetError =
  /^(?:#(?:[¡¿]?[\p{Lu}\d/]{2,20}[!?]|N\/[ABD]|NV|GETTING_DATA)|(?:Err|Fehler|Fout|错误|錯誤|Erreur|Errore):5\d\d)$/u;

/** What a spreadsheet would work out: a sign of equality by itself it would not. */
const formula = /^(?:[=＝]\s*[\p{L}\d"'({+@$.#-]|[+@-][A-Z][A-Z\d.]*\()/u;

/** What is said of a formula. */
export const formulaFact = 'it is a formula; write there what it comes to';

const faultOf = (value: string, column: Column): string | undefined => {
  if (formula.test(value)) return formulaFact;
  if (value === uncalculated) return uncalculatedFact;
  if (sheetError.test(value)) return `the sheet has the error ${value} there`;
  if (/^#{2,}$/.test(value))
    return 'the column was too narrow for it when the sheet was saved; widen it and save it again';
  if (column === 'ignored') return undefined;
  const isNumber = numberColumns.has(column);
  if (shortened.test(value) || (isNumber && fraction.test(value))) return lost('shortened this number', value);
  return isNumber && dated.test(value) ? lost('made a date of it', value) : undefined;
};

/** What is said of a formula without a result. */
export const uncalculatedFact =
  'its formula was never worked out; open the workbook in a spreadsheet program and save it';

const lost = (what: string, value: string): string =>
  `a spreadsheet ${what} (${value}); make the column one of text, enter it again and save the sheet`;
