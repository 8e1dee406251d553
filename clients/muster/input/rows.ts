/** People of a file: JSON lines, a JSON list, or CSV whose headings are Graph's property names. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unescapeFormula } from '../../../shared/files/report/formula.ts';
import { fromCaller } from '../../caller.ts';
import { usageFault } from '../fault.ts';
import { bodyOf } from './pairs.ts';
import { restOfInput } from './standard-input.ts';

/** What a row asks for, and where it stands: the first line of a file is 1. */
export type Row = { line: number; body: Record<string, unknown> };

/** Rows of a file, or of standard input for `-`. Empty cells of CSV are left out, or empty the property. Throws a Fault (usage). */
export const rowsOf = async (file: string, { empties }: { empties: boolean }): Promise<Row[]> => {
  const text = file === '-' ? (await restOfInput()).join('\n') : textOf(file);
  const begin = text.trimStart()[0];
  if (begin === '[') return listIn(text, file);
  return begin === '{' ? linesIn(text, file) : csvIn(text, { file, empties });
};

const textOf = (file: string): string => {
  try {
    return readFileSync(fromCaller(file), 'utf8').replace(/^\ufeff/, '');
  } catch {
    throw usageFault(`There is no file ${file} that can be read.`);
  }
};

const asBody = (value: unknown, where: string): Record<string, unknown> => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw usageFault(`${where} is no object such as {"userPrincipalName": …}.`);
};

const parsed = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw usageFault(`${where} is no JSON.`);
  }
};

const listIn = (text: string, file: string): Row[] =>
  (parsed(text, file) as unknown[]).map((value, index) => ({
    line: index + 1,
    body: asBody(value, `Item ${index + 1}`),
  }));

const linesIn = (text: string, file: string): Row[] =>
  text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((row) => row.text.trim() !== '')
    .map((row) => {
      const where = `Line ${row.line} of ${file}`;
      return { line: row.line, body: asBody(parsed(row.text, where), where) };
    });

const csvIn = (text: string, { file, empties }: { file: string; empties: boolean }): Row[] => {
  try {
    const records = parse(text, { info: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const [{ record: headings } = { record: [] }, ...rows] = records;
    return rows.map(({ record, info: { lines } }) => {
      const cells = headings.map((heading, at) => [heading.trim(), unescapeFormula(record[at] ?? '')] as const);
      return { line: lines, body: bodyOf(cells.filter(([, cell]) => empties || cell !== '')) };
    });
  } catch (error) {
    throw usageFault(`${file} is no CSV: ${(error as Error).message}`);
  }
};
