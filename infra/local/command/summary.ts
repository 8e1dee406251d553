/** What is printed when an import is over. */
import Table from 'cli-table3';
import type { Muster } from '../muster.ts';
import type { Import, RefusedRow } from './api.ts';

const refusedRowsShown = 20;

/** Whether every row of the file was taken. */
export const wentWell = ({ status, refused }: Import): boolean => status === 'succeeded' && refused === 0;

/** One line: how the import ended. */
export const outcomeOf = ({ status, file, rows, created, updated, unchanged, refused, error }: Import): string => {
  if (status === 'failed') return `${file.key}: failed. ${error?.message ?? 'See the logs.'}`;
  if (status !== 'succeeded') return `${file.key}: ${status === 'onHold' ? 'on hold' : status}, ${created} created.`;
  const others = [
    updated > 0 ? `${updated} updated` : '',
    unchanged > 0 ? `${unchanged} unchanged` : '',
    `${refused} refused`,
  ].filter((each) => each !== '');
  return `${file.key}: ${created} of ${rows ?? 0} people created, ${others.join(', ')}.`;
};

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

/** Prints the outcome, the refused rows with what to do about each, and the licences that were used. */
export const printOutcome = async ({ api, url }: Muster, over: Import): Promise<void> => {
  console.log(outcomeOf(over));
  if (over.refused > 0) {
    console.log(refusedTable(await api.refusedRows(over.id, refusedRowsShown)));
    if (over.refused > refusedRowsShown) console.log(`... and ${over.refused - refusedRowsShown} more.`);
    console.log(`The whole report: GET ${url}/v1.0/imports/${over.id}/report${reportFile(over)}`);
  }
  if (over.licences.length > 0) console.log(licenceTable(over));
};

const reportFile = ({ report }: Import): string => (report ? `, or s3://${report.bucket}/${report.key}` : '');

const samplePerson = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada.lovelace@contoso.com',
  usageLocation: 'GB',
  otherMails: ['ada@example.com'],
};

/** Where everything is, and how to add one more person. */
export const printLinks = ({ url, mailboxUrl, token }: Muster): void => {
  console.log(`
API      ${url}/v1.0, described at ${url}/reference
Sign in  ${url}/signin
Mailbox  ${mailboxUrl}
Control  ${url}/_local/

Add one more person:
  curl -X POST ${url}/v1.0/users -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${JSON.stringify(samplePerson)}'
`);
};
