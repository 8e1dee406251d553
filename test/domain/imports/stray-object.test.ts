/** What an object in the import bucket is, by its name. */
import { type ObjectIs, objectIs } from '../../../shared/domain/imports/stray-object.ts';

test.each<[string, number, ObjectIs]>([
  ['people.csv', 1, 'people'],
  ['hr/2026/PEOPLE.XLSX', 1, 'people'],
  ['macro.xlsm', 1, 'people'],
  // Their imports fail with what to do.
  ['old.xls', 1, 'people'],
  ['libre.ods', 1, 'people'],
  ['binary.xlsb', 1, 'people'],
  ['empty.csv', 0, 'people'],
  ['people.options.json', 1, 'options'],
  ['people.csv.OPTIONS.json', 1, 'options'],
  ['hr/', 0, 'folder'],
  ['folder.csv/', 0, 'folder'],
  ['odd/', 5, 'other'],
  ['people.csv.gz', 1, 'compressed'],
  ['people.ZIP', 1, 'compressed'],
  ['options.json', 1, 'json'],
  ['people.json', 1, 'json'],
  ['people.csv.tmp', 1, 'unfinished'],
  ['people.csv.filepart', 1, 'unfinished'],
  ['~$people.xlsx', 165, 'unfinished'],
  ['hr/.~lock.people.csv#', 80, 'unfinished'],
  ['people.csv~', 80, 'unfinished'],
  ['letter.docx', 1, 'other'],
  ['people', 1, 'other'],
  ['.DS_Store', 6148, 'other'],
  ['table.numbers', 1, 'other'],
])('%s is %#: %s', (key, size, what) => {
  expect(objectIs({ key, size })).toBe(what);
});
