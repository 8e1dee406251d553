/** All rows of a file, a few at once. */
import type { Account, Failure, Mailbox, Result, UnusableRow } from './account.ts';
import { isAdministratorForm } from './administrator-form.ts';

/** So many rows one after the other to which nothing answers end the check: every further one would be waited for as long. */
export const silentRowsAtMost = 10;

/** How rows are tried. */
export type Checking = {
  look: (account: Account) => Promise<Mailbox | Failure>;
  atOnce: number;
  /** Told after each row how many are done. */
  onDone?: (done: number) => void;
};

/** What became of each row, in the order of the file. */
export const checkAccounts = async (
  rows: readonly (Account | UnusableRow)[],
  { look, atOnce, onDone = () => {} }: Checking,
): Promise<Result[]> => {
  const results: Result[] = [];
  let [next, done, silent] = [0, 0, 0];
  const one = async (row: Account | UnusableRow): Promise<Result> => {
    if ('fault' in row) return { ...nothingOf(row), outcome: 'rowInvalid', message: row.fault };
    if (silent >= silentRowsAtMost) return { ...nothingOf(row), outcome: 'notChecked', message: leftOut };
    const found = await look(row);
    const answered = !('outcome' in found) || found.outcome === 'credentialsRefused';
    silent = answered ? 0 : silent + 1;
    return 'outcome' in found ? { ...nothingOf(row), ...found } : signedIn(row, found);
  };
  const worker = async (): Promise<void> => {
    for (let at = next++; at < rows.length; at = next++) {
      results[at] = await one(rows[at] as Account | UnusableRow);
      done += 1;
      onDone(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
};

const leftOut = `Nothing answered for ${silentRowsAtMost} rows: mend that first, and check again.`;

const administrators = "An administrator's name signed in: that proves nothing of this mailbox.";

/** User name and password stay here. */
const nothingOf = (row: Account | UnusableRow) => ({
  ...{ row: row.row, line: row.line, emailAddress: row.emailAddress },
  ...{ folders: null, messages: null, bytes: null, code: null, message: null },
  byAdministrator: 'userName' in row && isAdministratorForm(row.userName),
});

const signedIn = (row: Account, found: Mailbox): Result => {
  const place = nothingOf(row);
  return { ...place, outcome: 'signedIn', ...found, message: place.byAdministrator ? administrators : null };
};
