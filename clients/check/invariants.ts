/** Everything that always holds. A name stays what it is: scripts may go by it. */
import type { Invariant } from './invariant.ts';
import { administrators } from './invariants/access/administrators.ts';
import { applications } from './invariants/access/applications.ts';
import { givenRoles } from './invariants/access/given-roles.ts';
import { operatorTokens } from './invariants/access/operator-tokens.ts';
import { roleMembers } from './invariants/access/role-members.ts';
import { auditEntries } from './invariants/audit/audit-entries.ts';
import { auditOfPeople } from './invariants/audit/audit-of-people.ts';
import { entryChain } from './invariants/audit/entry-chain.ts';
import { importCounters } from './invariants/imports/import-counters.ts';
import { importList } from './invariants/imports/import-list.ts';
import { importPeople } from './invariants/imports/import-people.ts';
import { importResults } from './invariants/imports/import-results.ts';
import { migrationList } from './invariants/imports/migration-list.ts';
import { openImports } from './invariants/imports/open-imports.ts';
import { synchronization } from './invariants/imports/synchronization.ts';
import { catalogue } from './invariants/licences/catalogue.ts';
import { heldLicences } from './invariants/licences/held-licences.ts';
import { seats } from './invariants/licences/seats.ts';
import { waitingLines } from './invariants/licences/waiting-lines.ts';
import { mailedPasswords } from './invariants/mails/mailed-passwords.ts';
import { owedMails } from './invariants/mails/owed-mails.ts';
import { workDone } from './invariants/mails/work-done.ts';
import { deletedPeople } from './invariants/people/deleted-people.ts';
import { dueDates } from './invariants/people/due-dates.ts';
import { dueIndex } from './invariants/people/due-index.ts';
import { peopleIndex } from './invariants/people/people-index.ts';
import { sourceKeys } from './invariants/people/source-keys.ts';
import { userNames } from './invariants/people/user-names.ts';
import { hashes } from './invariants/secrets/hashes.ts';
import { knownItems } from './invariants/secrets/known-items.ts';
import { noSecrets } from './invariants/secrets/no-secrets.ts';

export const invariants: readonly Invariant[] = [
  ...[userNames, sourceKeys, peopleIndex, deletedPeople, roleMembers, givenRoles, administrators],
  ...[seats, heldLicences, waitingLines, catalogue],
  ...[importResults, importCounters, importPeople, importList, migrationList, openImports, synchronization],
  ...[owedMails, mailedPasswords, workDone, dueDates, dueIndex],
  ...[auditOfPeople, auditEntries, entryChain, applications, operatorTokens],
  ...[hashes, noSecrets, knownItems],
];
