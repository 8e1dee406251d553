/** The rows of an IMAP migration's file, with what they sign in by: read here alone, and kept nowhere. */
import { sentenceOf } from '../../shared/domain/refusals.ts';
import { readFile } from '../../shared/files/reading/read-file.ts';
import type { Account, UnusableRow } from './account.ts';
import { localFile } from './local-file.ts';

/**
 * Exchange's own headings, in any case and order; further columns are left out. The reader of imports never gives a
 * password of another system away, so that the columns are named to it as what it does give.
 */
const columns = { EmailAddress: 'userPrincipalName', UserName: 'mailNickname', Password: 'password', '*': 'ignored' };

/**
 * All rows in their order. Rejects with `Refused` for a file that cannot be read as a whole or lacks one of the headings,
 * with Node's own error where there is no file.
 */
export const readAccounts = async (path: string): Promise<(Account | UnusableRow)[]> => {
  const file = await readFile(await localFile(path), { columns });
  const address = file.columns.indexOf('userPrincipalName');
  const rows: (Account | UnusableRow)[] = [];
  for await (const batch of file.rows) {
    for (const { rowNumber: row, line, cells, draft, refusals = [] } of batch) {
      const emailAddress = draft?.userPrincipalName ?? cells[address]?.trim() ?? '';
      const place = { row, line, emailAddress };
      if (draft === undefined) rows.push({ ...place, fault: refusals.map(sentenceOf).join(' ') });
      else rows.push(accountOf(place, { userName: draft.mailNickname, password: draft.password }));
    }
  }
  return rows;
};

type Cells = { userName: string | undefined; password: string | undefined };

const accountOf = (place: { row: number; line: number; emailAddress: string }, { userName, password }: Cells) => {
  if (place.emailAddress === '') return { ...place, fault: 'The row has no EmailAddress.' };
  if (userName === undefined) return { ...place, fault: 'The row has no UserName.' };
  if (password === undefined) return { ...place, fault: 'The row has no Password.' };
  return { ...place, userName, password };
};
