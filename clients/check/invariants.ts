/** Everything that always holds. A name stays what it is: scripts may go by it. */
import type { Invariant } from './invariant.ts';
import { administrators } from './invariants/administrators.ts';
import { applications } from './invariants/applications.ts';
import { auditEntries } from './invariants/audit-entries.ts';
import { auditOfPeople } from './invariants/audit-of-people.ts';
import { catalogue } from './invariants/catalogue.ts';
import { deletedPeople } from './invariants/deleted-people.ts';
import { dueDates } from './invariants/due-dates.ts';
import { dueIndex } from './invariants/due-index.ts';
import { hashes } from './invariants/hashes.ts';
import { heldLicences } from './invariants/held-licences.ts';
import { importCounters } from './invariants/import-counters.ts';
import { importList } from './invariants/import-list.ts';
import { importPeople } from './invariants/import-people.ts';
import { importResults } from './invariants/import-results.ts';
import { knownItems } from './invariants/known-items.ts';
import { mailedPasswords } from './invariants/mailed-passwords.ts';
import { noSecrets } from './invariants/no-secrets.ts';
import { openImports } from './invariants/open-imports.ts';
import { owedMails } from './invariants/owed-mails.ts';
import { peopleIndex } from './invariants/people-index.ts';
import { roleMembers } from './invariants/role-members.ts';
import { seats } from './invariants/seats.ts';
import { userNames } from './invariants/user-names.ts';
import { waitingLines } from './invariants/waiting-lines.ts';
import { workDone } from './invariants/work-done.ts';

export const invariants: readonly Invariant[] = [
  ...[userNames, peopleIndex, deletedPeople, roleMembers, administrators],
  ...[seats, heldLicences, waitingLines, catalogue],
  ...[importResults, importCounters, importPeople, importList, openImports],
  ...[owedMails, mailedPasswords, workDone, dueDates, dueIndex],
  ...[auditOfPeople, auditEntries, applications],
  ...[hashes, noSecrets, knownItems],
];
