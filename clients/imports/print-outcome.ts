/** What is printed when an import is over. */
import Table from 'cli-table3';
import type { Import, ImportApi, RefusedRow } from './import-api.ts';
import { outcomeOf, textOf, toBuyOf } from './outcome.ts';

const refusedRowsShown = 20;

const table = (head: string[], rows: (string | number)[][], wide: number[] = []): string => {
  const drawn = new Table({ head, style: { head: [], border: [] }, wordWrap: true, colWidths: wide });
  drawn.push(...rows);
  return drawn.toString();
};

const refusedTable = (rows: readonly RefusedRow[]): string =>
  table(
    ['Row', 'User name', 'Code', 'What to do'],
    rows.map((row) => [row.rowNumber, row.userPrincipalName ?? '', row.code ?? '', row.message ?? '']),
    [6, 30, 22, 56],
  );

const licenceTable = ({ licences }: Import): string =>
  table(
    ['Licence', 'Needed', 'Given', 'Short'],
    licences.map(({ skuPartNumber, needed, granted, short }) => [skuPartNumber, needed, granted, short]),
  );

/** Prints the outcome, the refused rows with what to do about each, the licences that were used, and what can be done next. */
export const printOutcome = async (
  { api, url }: { api: Pick<ImportApi, 'refusedRows'>; url: string },
  over: Import,
): Promise<void> => {
  const address = `${url}/v1.0/imports/${over.id}`;
  for (const line of [outcomeOf(over), textOf(over)]) if (line !== '') console.log(line);
  if (over.refused > 0) {
    console.log(refusedTable(await api.refusedRows(over.id, refusedRowsShown)));
    if (over.refused > refusedRowsShown) console.log(`... and ${over.refused - refusedRowsShown} more.`);
    console.log(`The whole report: GET ${address}/report${reportFile(over)}`);
  }
  if (over.licences.length > 0) console.log(licenceTable(over));
  for (const line of [toBuyOf(over), nextOf(over, address)]) if (line !== '') console.log(line);
};

const reportFile = ({ report }: Import): string => (report ? `, or s3://${report.bucket}/${report.key}` : '');

const nextOf = ({ status, options }: Import, address: string): string => {
  if (status === 'onHold') return `It goes on when they are there, or without them: POST ${address}/resume`;
  if (status === 'cancelled') return `To have it go on: POST ${address}/resume; to take it back: POST ${address}/undo`;
  return status === 'succeeded' && options.dryRun ? `To do it: POST ${address}/apply` : '';
};
