/** Everybody who is looked for, as a file. */
import { csvOf } from '../../api/csv.ts';
import { saveFile } from '../../api/save-file.ts';
import { useNotify } from '../../shell/notifications.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { type Cursor, type FoundPage, firstCursor, type Listed, pageAt, type Wanted } from './people-search.ts';

/** People of a question while a file is made: as many as an answer may hold. */
const pageSize = 500;

/** Saves a CSV of everybody who fits; moments in it are UTC. */
export const useExport = (wanted: Wanted, nameOf: (skuId: string) => string): (() => Promise<void>) => {
  const { people } = useTexts();
  const { notify, notifyProblem, dismiss } = useNotify();
  return async () => {
    const id = notify({ id: 'export', type: 'in-progress', content: people.exporting });
    try {
      const rows: string[][] = [];
      for (let cursor: Cursor | undefined = firstCursor(wanted, pageSize); cursor; ) {
        const page: FoundPage = await pageAt(cursor, wanted, { size: pageSize });
        rows.push(...page.people.map((person) => rowOf(person, nameOf)));
        cursor = page.next;
      }
      saveFile('users.csv', csvOf([headings, ...rows]), 'text/csv;charset=utf-8');
      notify({ id, type: 'success', content: people.exported(rows.length) });
    } catch (thrown) {
      dismiss(id);
      notifyProblem(thrown);
    }
  };
};

/** Names of properties, so that the file can be read by an import again. */
const headings = [
  ...['id', 'displayName', 'userPrincipalName', 'accountEnabled', 'licenses', 'department', 'employeeId'],
  ...['passwordState', 'passwordExpiresDateTime', 'mailbox', 'roles'],
];

const rowOf = (person: Listed, nameOf: (skuId: string) => string): string[] => [
  ...[person.id, person.displayName, person.userPrincipalName, String(person.accountEnabled)],
  person.assignedLicenses.map(({ skuId }) => nameOf(skuId)).join('; '),
  ...[person.department ?? '', person.employeeId ?? '', person.passwordState, person.passwordExpiresDateTime ?? ''],
  ...[person.mailbox?.state ?? '', person.roles.join('; ')],
];
