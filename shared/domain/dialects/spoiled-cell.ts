/** Cells of which a spreadsheet has made something else than stood there, or shows nothing that anybody wrote. */
import { type Column, numberColumns } from './columns.ts';

/** What a sheet has for a formula that no program has worked out yet. */
export const uncalculated = '#UNCALCULATED!';

/** Names of months as spreadsheets shorten them, in the languages of headings. */
const month = '(?:jan|feb|m[aä]r|mrt|apr|ma[iy]|mei|jun|jul|aug|sept?|o[ck]t|nov|de[cz])\\.?';
/** A day as they show it, in a regular expression. */
export const dayAndMonth = `\\d{1,2}[-. ]+${month}(?:[- ]\\d{2,4})?|\\d{1,2}月\\d{1,2}日`;

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

/** Why it cannot be told what stood in a cell, which is not blank; undefined where its text may be taken. */
export const faultOfCell = (value: string, column: Column): string | undefined => {
  if (formula.test(value)) return formulaFact;
  if (value === uncalculated) return uncalculatedFact;
  if (sheetError.test(value)) return `the sheet has the error ${value} there`;
  if (/^#{2,}$/.test(value)) return 'the column was too narrow for it; widen it and save the sheet again';
  const isNumber = numberColumns.has(column);
  if (shortened.test(value) || (isNumber && fraction.test(value))) return lost('shortened this number', value);
  return isNumber && dated.test(value) ? lost('made a date of it', value) : undefined;
};

/** What is said of a formula without a result. */
export const uncalculatedFact =
  'its formula was never worked out; open the workbook in a spreadsheet program and save it';

const lost = (what: string, value: string): string =>
  `a spreadsheet ${what} (${value}); make the column one of text, enter it again and save the sheet`;
