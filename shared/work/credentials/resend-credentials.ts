/** The credentials of an import go out at an administrator's word: a walk through its created rows that can stop and go on. */

import { heldRoles, may, mayTouch } from '../../domain/access/roles.ts';
import type { Audit } from '../../domain/audit.ts';
import { answerRequest } from '../../domain/credentials/credential-request.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { CredentialWalk } from '../../messages/credential-request.ts';
import { type ResolveAgainPorts, resolveAgain } from '../access/resolve-again.ts';
import { changePeople } from '../change-people.ts';
import { type Directory, maxPeopleAtOnce } from '../directory.ts';
import type { Imports } from '../imports/imports.ts';
import { personIdOf } from '../imports/rows/person-id.ts';
import { inMessages, type Queues } from '../queues.ts';

export type ResendPorts = Pick<ResolveAgainPorts, 'applications' | 'tokens'> & {
  directory: Pick<Directory, 'readPeople' | 'countingRoles' | 'changePeople'>;
  imports: Pick<Imports, 'resultPage'>;
  queues: Pick<Queues, 'credentials' | 'sweeps'>;
  policy: Policy;
  now: () => Instant;
  shouldPause: () => boolean;
};

/**
 * Owes the mails that a request asks for, from the row where the walk stands. The state is written first and the queue
 * told after, so that a mail which the queue lost is found by the sweep; a walk that comes twice, or again after it died
 * half way, leaves whom it has done. Who may do more than the one who asks keeps the password that they have. Whoever
 * asked is looked up for each page: the rest is left when they are gone, or may not add people any more.
 */
export const resendCredentials = async (walk: CredentialWalk, ports: ResendPorts): Promise<'ownerGone' | undefined> => {
  const { importId } = walk;
  for (let { after = 0 } = walk; ; ) {
    const page = { top: maxPeopleAtOnce.changed, after, outcome: 'created' } as const;
    const { rows, next } = await ports.imports.resultPage(importId, page);
    const principal = await resolveAgain(requesterOf(walk), ports);
    if (!principal || !may(principal, 'addPeople')) return 'ownerGone';
    await resendPage(
      rows.map(({ rowNumber }) => personIdOf(importId, rowNumber)),
      { ...walk, principal },
      ports,
    );
    if (next === undefined) return undefined;
    after = next;
    if (!ports.shouldPause()) continue;
    await ports.queues.sweeps([{ ...walk, after }]);
    return undefined;
  }
};

const requesterOf = ({ requestedBy: { credentialId, ...principal } }: CredentialWalk): Principal => ({
  ...principal,
  ...(credentialId !== undefined && { credentialId }),
});

const resendPage = async (
  ids: readonly string[],
  { principal, requestedAt, resend }: CredentialWalk & { principal: Principal },
  ports: ResendPorts,
): Promise<void> => {
  const { directory, policy, now } = ports;
  const request = { requestedAt: requestedAt as Instant, resend };
  const owed = new Set<string>();
  const change = (person: Person): Person | undefined => {
    const answered = answerRequest(person, request, policy, now());
    const isBarred = answered?.isNewPassword && !mayTouch(principal, heldRoles(person));
    const after = isBarred ? undefined : answered?.person;
    // Those whose mail was owed before go to the queue again too: an earlier try may have been put off for hours.
    if ((after ?? person).credentialMail.state === 'owed' && !person.deleted) owed.add(person.id);
    return after;
  };
  const audit: Audit = {
    activity: 'Resend credentials',
    initiatedBy: actorOf(principal),
    now: now(),
    keepsUndoable: true,
  };
  await changePeople(ids, change, directory, audit);
  await ports.queues.credentials(inMessages([...owed]));
};
