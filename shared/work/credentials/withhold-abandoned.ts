/** Credentials whose moment has come, of an import that nobody stands behind any more: they go to nobody. */
import type { Audit } from '../../domain/audit.ts';
import type { CredentialMail, Person } from '../../domain/person.ts';
import { systemActor } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import type { ResolveAgainPorts } from '../access/resolve-again.ts';
import { changePeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { actingPrincipal } from '../imports/acting-principal.ts';
import type { Imports } from '../imports/imports.ts';
import type { SparingPorts } from '../sparing.ts';

export type WithholdPorts = Pick<SparingPorts, 'reportSetAside'> &
  Omit<ResolveAgainPorts, 'directory'> & {
    directory: Pick<Directory, 'readPeople' | 'countingRoles' | 'changePeople'>;
    imports: Pick<Imports, 'read'>;
    now: () => Instant;
  };

/**
 * Of people whose mails are due, those are kept back whose mail waited for a moment that an import set, when its owner is
 * gone by now, or the import is not kept any more: an operator is told, and whoever may asks for them
 * (`sendCredentials`). The addresses are the owner's choice, so that they are no safer than the owner. Returns their ids.
 */
export const withholdAbandoned = async (people: readonly Person[], ports: WithholdPorts): Promise<Set<string>> => {
  const withheld = new Set<string>();
  const byImport = Map.groupBy(people.filter(isScheduled), ({ importId = '' }) => importId);
  for (const [importId, scheduled] of byImport) {
    const job = await ports.imports.read(importId);
    if (job && (await actingPrincipal(job, ports))) continue;
    const ids = scheduled.map(({ id }) => id);
    const audit: Audit = {
      activity: 'Withhold credentials',
      initiatedBy: systemActor('enforce-policies'),
      now: ports.now(),
    };
    await changePeople(ids, (person) => (isScheduled(person) ? kept(person) : undefined), ports.directory, audit);
    ports.reportSetAside({ importId }, new Refused({ code: 'OwnerGone' }));
    for (const id of ids) withheld.add(id);
  }
  return withheld;
};

const isScheduled = ({ importId, credentialMail: { state, notBefore } }: Person): boolean =>
  importId !== undefined && state === 'owed' && notBefore !== undefined;

const kept = (person: Person): Person => {
  const { notBefore: _moment, retryAt: _retry, leaseUntil: _lease, ...mail } = person.credentialMail;
  return { ...person, credentialMail: { ...mail, retries: 0, state: 'held' } satisfies CredentialMail };
};
