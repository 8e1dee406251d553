/** The scheduled enforcement: a start that hands out work, and the work, which may run late, twice or at once. */

import type { Audit } from '../../domain/audit.ts';
import { isToBePurged, takeDueSteps } from '../../domain/enforcement/due-steps.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { systemActor } from '../../domain/principal.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { everyShard } from '../../domain/uuid.ts';
import type { SweepMessage } from '../../messages/queues.ts';
import type { ResolveAgainPorts } from '../access/resolve-again.ts';
import { changePeople } from '../change-people.ts';
import { resendCredentials } from '../credentials/resend-credentials.ts';
import { withholdAbandoned } from '../credentials/withhold-abandoned.ts';
import type { Digests } from '../digests/digests.ts';
import { type Directory, maxPeopleAtOnce } from '../directory.ts';
import type { Imports } from '../imports/imports.ts';
import type { MigrationBatches } from '../imports/migration-batches.ts';
import type { OptionFiles } from '../imports/option-files.ts';
import { reviveImports } from '../imports/run/revive-imports.ts';
import { tellUnusedOptions } from '../imports/run/tell-unused-options.ts';
import { serveWaitlist } from '../licences/serve-waitlist.ts';
import { tendBatches } from '../migrations/tend-batches.ts';
import { purgePeople } from '../people/deleted-people.ts';
import { inMessages, type Queues } from '../queues.ts';
import { type CountPorts, countShard, startCount } from '../reports/count-directory.ts';
import { type SparingPorts, sparing } from '../sparing.ts';
import { claimEarlierKeys, type EarlierKeys, startKeyWalks } from './claim-earlier-keys.ts';
import { type DateByFilePorts, dateByFile } from './date-by-file.ts';
import { type DueDates, recomputeDueDates } from './recompute-due-dates.ts';

export type SweepPorts = Omit<DateByFilePorts, 'queues'> &
  Pick<ResolveAgainPorts, 'applications' | 'tokens'> &
  SparingPorts & {
    directory: Pick<
      Directory,
      'due' | 'readPeople' | 'countingRoles' | 'changePeople' | 'catalogue' | 'readSku' | 'waitingFor'
    >;
    dates: DueDates;
    days: CountPorts['days'];
    earlierKeys: EarlierKeys;
    digests: Digests;
    optionFiles: OptionFiles;
    batches: MigrationBatches;
    imports: Pick<Imports, 'openPage' | 'read' | 'progress' | 'revive' | 'requestCancel' | 'resultPage'>;
    queues: Omit<Queues, 'rows'>;
    policy: Policy;
    organisation: Pick<Organisation, 'onPremisesSync'>;
    now: () => Instant;
    /** Whether so little time is left that the rest should wait for another call. */
    shouldPause: () => boolean;
  };

/** How the audit names the sweep. */
const sweeper = systemActor('enforce-policies');

/** Does one part of a sweep. */
export const sweep = async (message: SweepMessage, ports: SweepPorts): Promise<unknown> => {
  switch (message.kind) {
    case 'sweep':
      return startSweep(ports);
    case 'shard':
      return sweepShard(message, ports);
    case 'waiting':
      await serveWaitlist(message.skuId, ports);
      return reviveImports({ kind: 'imports', skuId: message.skuId }, ports);
    case 'imports':
      // With the first of its calls.
      if (message.after === undefined) {
        await tellUnusedOptions({ ...ports, tellLater: ports.queues.notices });
        await tendBatches(ports);
      }
      return reviveImports(message, ports);
    case 'credentials':
      return resendCredentials(message, ports);
    case 'redate':
      return recomputeDueDates(message, ports);
    case 'claimKeys':
      return claimEarlierKeys(message, ports);
    case 'count':
      return countShard(message, ports);
  }
};

const startSweep = async (ports: SweepPorts): Promise<void> => {
  const { directory, queues } = ports;
  await startKeyWalks(ports);
  await dateByFile(ports);
  const skus = (await directory.catalogue()).filter(({ free }) => free > 0);
  await queues.sweeps([
    ...everyShard.map((shard): SweepMessage => ({ kind: 'shard', shard })),
    ...skus.map(({ skuId }): SweepMessage => ({ kind: 'waiting', skuId })),
    { kind: 'imports' },
  ]);
  // What was gathered for administrators and has no message, because it had to wait or its message was lost.
  await queues.notices([{ kind: 'digests' }]);
  if (ports.organisation.onPremisesSync?.isEnabled) await queues.notices([{ kind: 'synchronizationSilence' }]);
  await startCount(ports);
};

/** Calls of one sweep of a shard at most: what is left then, the next sweep finds, a quarter of an hour later. */
const mostCalls = 100;

/** Hours after which somebody whose change failed is tried again. */
const hoursAside = 1;

/**
 * Takes every due step of the people of a shard. The state is written first, and with it that a mail is owed; only then
 * is the queue told. A crash between the two leaves the mail owed and the person due again. Somebody whose change always
 * fails is set aside, told of, and tried again later; the others go on.
 */
const sweepShard = async (message: Extract<SweepMessage, { kind: 'shard' }>, ports: SweepPorts): Promise<void> => {
  const { shard, calls = 1 } = message;
  const audit: Audit = { activity: 'Enforce policy', initiatedBy: sweeper, now: ports.now() };
  const later = addSeconds(audit.now, hoursAside * 3600);
  const spare = sparing(ports, (id) => ports.dates.putOff(id, audit.now, later));
  for await (const page of ports.directory.due(shard, audit.now)) {
    for (let start = 0; start < page.length; start += maxPeopleAtOnce.changed) {
      await spare(page.slice(start, start + maxPeopleAtOnce.changed), (ids) => enforce(ids, audit, ports));
    }
    if (!ports.shouldPause()) continue;
    if (calls < mostCalls) await ports.queues.sweeps([{ kind: 'shard', shard, calls: calls + 1 }]);
    return;
  }
};

const enforce = async (ids: string[], audit: Audit, ports: SweepPorts) => {
  const [credentials, notices, purged] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const isToGo = (person: Person) => isToBePurged(person, ports.policy, audit.now);
  const { changed } = await changePeople(
    ids,
    (person) => {
      if (isToGo(person)) {
        purged.add(person.id);
        return undefined;
      }
      const steps = takeDueSteps(person, ports.policy, audit.now);
      if (steps?.sendCredentials) credentials.add(person.id);
      if (steps?.sendNotices) notices.add(person.id);
      // Who is not due was dated by a shorter policy: writing the person anew gives the index the right moment.
      return steps?.person ?? person;
    },
    ports.directory,
    audit,
  );
  if (purged.size > 0) await purgePeople([...purged], { ...audit, isToGo }, ports.directory);
  const written = new Set(changed.map(({ id }) => id));
  const ofWritten = (owed: Set<string>) => inMessages([...owed].filter((id) => written.has(id)));
  for (const id of await withholdAbandoned(
    changed.filter(({ id }) => credentials.has(id)),
    ports,
  ))
    credentials.delete(id);
  await ports.queues.credentials(ofWritten(credentials));
  await ports.queues.notices(ofWritten(notices).map(({ userIds }) => ({ kind: 'notices', userIds })));
};
