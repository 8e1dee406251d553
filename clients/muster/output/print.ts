/** Data as text: a table, JSON, a line of JSON for each item, or CSV. */

import { oneLine } from '../../../shared/domain/one-line.ts';
import { escapeFormula } from '../../../shared/files/report/formula.ts';
import { csvLines } from '../../../shared/files/report/write-csv.ts';
import type { Chosen } from '../chosen.ts';
import { cellOf, isItem, valueAt } from './cell.ts';
import { tableOf } from './table.ts';

/** The columns of a table: a heading, and the property, with dots where it lies deeper. */
export type Columns = Readonly<Record<string, string>>;

/** The text that is printed, with its last line end; empty where there is nothing. */
export const textOf = async (
  data: unknown,
  { output, query, select }: Pick<Chosen, 'output' | 'query' | 'select'>,
  columns?: Columns,
): Promise<string> => {
  const found = query === undefined ? data : await queried(query, data);
  const names = select
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const shown = names === undefined ? found : selected(found, names);
  if (output === 'json') return `${JSON.stringify(shown ?? null, undefined, 2)}\n`;
  if (output === 'jsonl')
    return listOf(shown)
      .map((item) => `${JSON.stringify(item)}\n`)
      .join('');
  const own = query === undefined && names === undefined ? columns : undefined;
  return output === 'csv' ? csvOf(listOf(shown)) : tableText(shown, own);
};

const queried = async (query: string, data: unknown): Promise<unknown> => {
  const { search } = await import('./query.ts');
  return search(query, data);
};

const listOf = (data: unknown): unknown[] =>
  Array.isArray(data) ? data : data === undefined || data === null ? [] : [data];

const selected = (data: unknown, names: readonly string[]): unknown => {
  if (Array.isArray(data)) return data.map((item) => selected(item, names));
  return isItem(data) ? Object.fromEntries(names.map((name) => [name, valueAt(data, name) ?? null])) : data;
};

/** Every property that one of them has, in the order of their first; lists and objects as in a table. */
const namesOf = (items: readonly object[]): string[] => [
  ...new Set(items.flatMap((item) => Object.keys(item).filter((name) => !name.startsWith('@odata.')))),
];

/** What could be a formula is made harmless, as in reports; whatever reads a report takes that back. */
const csvOf = (list: readonly unknown[]): string => {
  const items = list.filter(isItem);
  const line = (cells: readonly unknown[]) => cells.map((cell) => escapeFormula(cellOf(cell)));
  if (items.length === 0) return csvLines(list.map((value) => line(Array.isArray(value) ? value : [value])));
  const names = namesOf(items);
  return csvLines([names, ...items.map((item) => line(names.map((name) => item[name])))]);
};

const tableText = (data: unknown, columns: Columns | undefined): string => {
  const list = listOf(data);
  if (list.length === 0) return '';
  const items = list.filter(isItem);
  // Texts, such as the names that a query picked: a line each, for whatever reads them next.
  if (items.length < list.length) return list.map((value) => `${oneLine(cellOf(value))}\n`).join('');
  const asRow = (row: readonly unknown[]) => row.map((cell) => oneLine(cellOf(cell)));
  if (!Array.isArray(data)) {
    const [item = {}] = items;
    const pairs = columns ? Object.entries(columns) : namesOf([item]).map((name) => [name, name]);
    return `${tableOf(
      ['Property', 'Value'],
      pairs.map(([head, name]) => asRow([head, valueAt(item, name as string)])),
    )}\n`;
  }
  const shown = columns ?? Object.fromEntries(namesOf(items).map((name) => [name, name]));
  const rows = items.map((item) => asRow(Object.values(shown).map((name) => valueAt(item, name))));
  return `${tableOf(Object.keys(shown), rows)}\n`;
};
