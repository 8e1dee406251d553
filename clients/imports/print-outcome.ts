/** What is printed when an import is over. */
import { drawTable } from '../table.ts';
import type { Import, ImportApi, RefusedRow } from './import-api.ts';
import { outcomeOf, textOf, toBuyOf } from './outcome.ts';

const refusedRowsShown = 20;

const refusedTable = (rows: readonly RefusedRow[]): string =>
  drawTable(
    [
      { head: 'Row', least: 3, most: 7 },
      { head: 'User name', least: 16, most: 40 },
      { head: 'Code', least: 18, most: 24 },
      { head: 'What to do', least: 30, most: 72 },
    ],
    rows.map((row) => [row.rowNumber, row.userPrincipalName ?? '', row.code ?? '', row.message ?? '']),
  );

const licenceTable = ({ licences }: Import): string =>
  drawTable(
    [
      { head: 'Licence', least: 7, most: 40 },
      { head: 'Needed', least: 6, most: 9 },
      { head: 'Given', least: 5, most: 9 },
      { head: 'Short', least: 5, most: 9 },
    ],
    licences.map(({ skuPartNumber, needed, granted, short }) => [skuPartNumber, needed, granted, short]),
  );

/** Where to ask: `resultsOf` is a page with the rows of an import, where there is one. */
export type OutcomeSource = { api: Pick<ImportApi, 'refusedRows'>; url: string; resultsOf?: (id: string) => string };

/** Prints the outcome, the refused rows with what to do about each, the licences that were used, and what can be done next. */
export const printOutcome = async ({ api, url, resultsOf }: OutcomeSource, over: Import): Promise<void> => {
  const address = `${url}/v1.0/imports/${over.id}`;
  for (const line of [outcomeOf(over), textOf(over)]) if (line !== '') console.log(line);
  if (over.refused > 0) {
    console.log(refusedTable(await api.refusedRows(over.id, refusedRowsShown)));
    if (over.refused > refusedRowsShown) console.log(`... and ${over.refused - refusedRowsShown} more.`);
    console.log(resultsOf ? `The whole report: ${resultsOf(over.id)}` : reportOf(over, address));
  }
  if (over.licences.length > 0) console.log(licenceTable(over));
  for (const line of [toBuyOf(over), nextOf(over, address)]) if (line !== '') console.log(line);
};

/** An address to a line, each whole, so that it can be copied. */
const reportOf = ({ report }: Import, address: string): string =>
  [
    `The whole report:\n  GET ${address}/report`,
    ...(report ? [`With the columns of the file:\n  GET ${address}/reportFile`] : []),
  ].join('\n');

const nextOf = ({ status, options }: Import, address: string): string => {
  if (status === 'onHold') return `It goes on when they are there, or without them: POST ${address}/resume`;
  if (status === 'cancelled') return `To have it go on: POST ${address}/resume; to take it back: POST ${address}/undo`;
  return status === 'succeeded' && options.dryRun ? `To do it: POST ${address}/apply` : '';
};
