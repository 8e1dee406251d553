/** All mailboxes of a directory, read as people are synchronised: a hundred at a time, in scope and alive. */
import { escapeFormula } from '../../../shared/files/report/formula.ts';
import { csvLines } from '../../../shared/files/report/write-csv.ts';
import { isLeftOut } from '../mapping/left-out.ts';
import { type AccountSource, peopleAtOnce } from '../source/account-source.ts';
import { recipientHeadings, recipientOf } from './recipient.ts';

/** A file of mailboxes: its text, its rows, and how many mailboxes have no address and are not in it. */
export type MailboxFile = { csv: string; rows: number; withoutAddress: number };

/** The file of a source whose scope is that of mailboxes. Rejects with a SyncFault rather than leave some out. */
export const listMailboxes = async (source: Pick<AccountSource, 'changes' | 'people'>): Promise<MailboxFile> => {
  const ids = new Set<string>();
  for await (const id of (await source.changes(undefined)).ids) ids.add(id);
  const named = [...ids];
  const rows: string[][] = [];
  let withoutAddress = 0;
  for (let at = 0; at < named.length; at += peopleAtOnce) {
    for (const person of await source.people(named.slice(at, at + peopleAtOnce))) {
      if (isLeftOut(person)) continue;
      const row = recipientOf(person);
      if (row === undefined) withoutAddress += 1;
      else rows.push(row);
    }
  }
  // In whatever order a directory tells them, the file is the same.
  const sorted = rows.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  const csv = csvLines([recipientHeadings, ...sorted.map((cells) => cells.map(escapeFormula))]);
  return { csv, rows: rows.length, withoutAddress };
};
