/** What the text of a cell says, where spreadsheets write texts in forms of their own, or spoil them. */
import { visibleText } from '../unseen-characters.ts';
import { type Column, numberColumns } from './columns.ts';
import { dayAndMonth, faultOfCell } from './spoiled-cell.ts';

/** A cell's text, or why it cannot be told what stood there. */
export type CellText = string | { readonly fact: string };

/** The text of `="00123"`, by which a spreadsheet keeps digits as they are; undefined where a cell has another form. */
export const quotedText = (value: string): string | undefined => {
  const [, inner] = /^=\s*"((?:[^"]|"")*)"$/.exec(value) ?? [];
  return inner === undefined ? undefined : visibleText(inner.replaceAll('""', '"'));
};

/** Whether a cell may be a form of a spreadsheet: it begins with a sign or digit, or ends as in Err:502. */
const mayBeForm = (value: string): boolean => {
  const first = value.charCodeAt(0);
  return first < 0x41 || value.charCodeAt(value.length - 4) === 0x3a || first === 0x2019 || first === 0xff1d;
};

/** Telephone numbers, postal codes and numbers of houses, which are most of the cells that begin so. */
const ordinary = /^[+\d(][\d /()-]*$/;

/**
 * What a cell that is not blank says: `="text"` and a text behind the apostrophe that keeps a spreadsheet from changing
 * it are taken as they are. What it has changed already is refused where that is sure: formulas, errors, shortened
 * numbers. Passwords are no matter of this: they are what they are.
 */
export const textOfCell = (value: string, column: Column): CellText => {
  if (!mayBeForm(value) || ordinary.test(value)) return value;
  const quoted = quotedText(value) ?? withoutApostrophe(value, column);
  if (quoted !== undefined) return quoted;
  const fact = faultOfCell(value, column);
  return fact === undefined ? value : { fact };
};

/** What a spreadsheet would make something else of: numbers and dates, signs that begin a formula, yes and no. */
const changeable = new RegExp(
  `^(?:[=+\\-@＝＋－＠]|(?:[\\d(][\\d\\s().,:/-]*(?:E[+-]?\\d+)?|${dayAndMonth}|true|false)$)`,
  'iu',
);

/** Names begin with one as well: 't Hooft, 's-Gravenhage, '68 Club. */
const withoutApostrophe = (value: string, column: Column): string | undefined => {
  if (!/^['’]/.test(value)) return undefined;
  const rest = visibleText(value.slice(1));
  const isNumber = /^\d/.test(rest) && (numberColumns.has(column) || rest.includes('@'));
  return isNumber || changeable.test(rest) ? rest : undefined;
};

/** What PowerShell writes in place of a list of values. */
const typeName = /^(?:System|Microsoft)\.[\w.]+(?:`\d)?(?:\[[\w.`,\s[\]]*\])?$/;

/** Whether a cell has the name of a type: PowerShell had a list of values, and wrote none of them. */
export const isTypeName = (cell: string): boolean => /^\s*[SM]/.test(cell) && typeName.test(visibleText(cell));

/** Whether a cell says nothing of a person. */
export const saysNothing = (cell: string): boolean => visibleText(cell) === '' || isTypeName(cell);
