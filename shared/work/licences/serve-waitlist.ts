/** Free seats go to those who wait for them, in their order. */
import type { Audit } from '../../domain/audit.ts';
import { type Catalogue, mailboxAfter } from '../../domain/licences/licences.ts';
import { pendingNotice } from '../../domain/outbox.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { systemActor } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import { changePeople } from '../change-people.ts';
import { type Directory, maxPeopleAtOnce } from '../directory.ts';
import { inMessages, type Queues } from '../queues.ts';
import { type SparingPorts, sparing } from '../sparing.ts';

export type ServePorts = SparingPorts & {
  directory: Pick<Directory, 'readPeople' | 'changePeople' | 'catalogue' | 'readSku' | 'waitingFor'>;
  queues: Pick<Queues, 'notices' | 'sweeps'>;
  policy: Policy;
  now: () => Instant;
  shouldPause: () => boolean;
};

/** Serves a licence's line until no seat is free or nobody waits. Whoever is served is told by mail. */
export const serveWaitlist = async (skuId: string, ports: ServePorts): Promise<void> => {
  const { directory, queues, policy, now } = ports;
  const catalogue = await directory.catalogue();
  // Who cannot be served keeps the place in the line, and the seat goes to whoever comes next.
  const passedOver = new Set<string>();
  const spare = sparing(ports, async (id) => passedOver.add(id));
  for (;;) {
    const free = (await directory.readSku(skuId))?.free ?? 0;
    const most = Math.min(free + passedOver.size, maxPeopleAtOnce.changed);
    const first = free > 0 ? await directory.waitingFor(skuId, most) : [];
    const ids = first.filter((id) => !passedOver.has(id));
    if (ids.length === 0) return;
    const audit: Audit = {
      activity: 'Assign waiting license',
      initiatedBy: systemActor('enforce-policies'),
      now: now(),
    };
    const served = (person: Person) => withSeat(person, skuId, catalogue, policy, audit.now);
    let [moved, wasShort] = [0, false];
    await spare(ids, async (some) => {
      const { changed, short } = await changePeople(some, served, directory, audit);
      const notices = inMessages(changed.map(({ id }) => id));
      await queues.notices(notices.map(({ userIds }) => ({ kind: 'notices', userIds })));
      moved += changed.length;
      wasShort ||= short.length > 0;
    });
    // Seats were taken by somebody else meanwhile: look again; but a line that cannot move is left to the next sweep.
    if (moved === 0 && !wasShort && !ids.some((id) => passedOver.has(id))) return;
    if (ports.shouldPause()) return queues.sweeps([{ kind: 'waiting', skuId }]);
  }
};

const withSeat = (
  person: Person,
  skuId: string,
  catalogue: Catalogue,
  policy: Policy,
  now: Instant,
): Person | undefined => {
  const wish = person.waitingLicenses.find((waiting) => waiting.skuId === skuId);
  if (!wish) return undefined;
  const { place: _place, since: _since, ...licence } = wish;
  const licences = {
    assignedLicenses: [...person.assignedLicenses, licence],
    waitingLicenses: person.waitingLicenses.filter((waiting) => waiting.skuId !== skuId),
  };
  const mailbox = mailboxAfter({ ...person, ...licences }, catalogue, now);
  const pendingNotices = [...person.pendingNotices, pendingNotice({ kind: 'licenceArrived', skuId }, policy, now)];
  return { ...person, ...licences, pendingNotices, ...(mailbox && { mailbox }) };
};
