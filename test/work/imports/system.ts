/** The whole system in memory: every function behind its queue, on the fakes of the ports. */

import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import {
  credentialMessage,
  fileMessage,
  noticeMessage,
  rowsMessage,
  sweepMessage,
} from '../../../shared/messages/queues.ts';
import { sendCredentials } from '../../../shared/work/credentials/send-credentials.ts';
import type { Directory } from '../../../shared/work/directory.ts';
import { takeNoticeMessage } from '../../../shared/work/enforcement/send-notices.ts';
import { sweep } from '../../../shared/work/enforcement/sweep.ts';
import { reportPartBytes } from '../../../shared/work/imports/files.ts';
import type { Imports } from '../../../shared/work/imports/imports.ts';
import type { MigrationBatches } from '../../../shared/work/imports/migration-batches.ts';
import { provisionChunk } from '../../../shared/work/imports/rows/provision-chunk.ts';
import { takeFileMessage } from '../../../shared/work/imports/run/begin-import.ts';
import type { SynchronizationStore } from '../../../shared/work/imports/synchronization-store.ts';
import type { Queues } from '../../../shared/work/queues.ts';
import { fakeApplications } from '../../fakes/applications.ts';
import { fakeAttempts } from '../../fakes/attempts.ts';
import { fakeAudits } from '../../fakes/audits.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { clockAt } from '../../fakes/clock.ts';
import { fakeDigests } from '../../fakes/digests.ts';
import { fakeDirectory } from '../../fakes/directory.ts';
import { fakeDirectoryDays } from '../../fakes/directory-days.ts';
import { fakeDueDates } from '../../fakes/due-dates.ts';
import { fakeEntrance } from '../../fakes/entrance.ts';
import { fakeFiles } from '../../fakes/files.ts';
import { fakeImports } from '../../fakes/imports.ts';
import { fakeEarlierKeys } from '../../fakes/keys.ts';
import { fakeMailer } from '../../fakes/mailer.ts';
import { newMemory } from '../../fakes/memory.ts';
import { fakeMigrationBatches } from '../../fakes/migration-batches.ts';
import { fakeOptionFiles } from '../../fakes/option-files.ts';
import { fakeOwnToken } from '../../fakes/own-token.ts';
import { contoso } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { fakeSealer } from '../../fakes/sealer.ts';
import { fakeOperatorSessions, fakeSessions } from '../../fakes/sessions.ts';
import { fakePolicyMark, fakeSettings } from '../../fakes/settings.ts';
import { fakeSignIns } from '../../fakes/sign-ins.ts';
import { fakeSynchronization } from '../../fakes/synchronization.ts';
import { fakeTokens } from '../../fakes/tokens.ts';
import { Died, Life, mortal } from './mortal.ts';

/**
 * How messages are delivered: which of those that wait comes next, whether each comes twice at once, whether only those
 * of some queues come, and which are lost on the way.
 */
export type Delivery = {
  pick?: (count: number) => number;
  twice?: boolean;
  life?: Life;
  only?: readonly (keyof Queues)[];
  isLost?: (body: string) => boolean;
};

export type System = ReturnType<typeof newSystem>;

/** What a system is made with; `stores` take the place of those in memory. */
export type SystemOptions = {
  policy?: Policy;
  pieceBytes?: number;
  stores?: {
    directory?: Directory;
    imports?: Imports;
    synchronization?: SynchronizationStore;
    batches?: MigrationBatches;
  };
};

export const newSystem = ({ policy = defaultPolicy, pieceBytes, stores }: SystemOptions = {}) => {
  const memory = newMemory();
  const signIns = fakeSignIns();
  const attempts = fakeAttempts();
  const [clock, files, post, queue] = [clockAt(), fakeFiles(pieceBytes), fakeMailer(), fakeQueues()];
  /** Who was set aside, and why. */
  const aside: { about: object; error: unknown }[] = [];
  /** Everything that ever crossed a queue. */
  const crossed: string[] = [];
  const tokens = fakeTokens();
  const ports = {
    directory: stores?.directory ?? fakeDirectory(memory, policy),
    imports: stores?.imports ?? fakeImports(memory),
    synchronization: stores?.synchronization ?? fakeSynchronization(memory),
    batches: stores?.batches ?? fakeMigrationBatches(memory),
    audits: fakeAudits(memory),
    dates: fakeDueDates(memory, policy),
    settings: fakeSettings(memory),
    file: { organisation: contoso, policy },
    policyMark: fakePolicyMark(),
    earlierKeys: fakeEarlierKeys(memory),
    days: fakeDirectoryDays(memory),
    digests: fakeDigests(),
    optionFiles: fakeOptionFiles(),
    openFile: files.openFile,
    readOptionsFile: files.readOptionsFile,
    deleteUpload: files.deleteUpload,
    signUpload: files.signUpload,
    partedUploads: files.partedUploads,
    signDownload: files.signDownload,
    importBucket: 'files',
    defaults: {} as Partial<ImportOptions>,
    reports: files.reportStore,
    reportPartBytes,
    sealer: fakeSealer(),
    queues: queue.queues,
    attempts,
    entrance: fakeEntrance({ memory, attempts, tokens, signIns }),
    signIns,
    tokens,
    ownToken: fakeOwnToken(tokens, memory.audit),
    sessions: fakeSessions(tokens),
    operatorSessions: fakeOperatorSessions(tokens, memory.audit),
    cloud: 'worldwide' as const,
    applications: fakeApplications(memory.audit),
    hashSlowly: hashCheaply,
    isCommonPassword,
    mailer: post.mailer,
    mailsPerSecond: 100,
    mailsLeft: Number.POSITIVE_INFINITY,
    organisation: contoso,
    policy,
    now: clock.now,
    shouldPause: () => false,
    reportSetAside: (about: object, error: unknown) => void aside.push({ about, error }),
    isTransient: (error: unknown) => error instanceof Died || (error instanceof Error && error.name === 'Transient'),
    isImpossible: (error: unknown) => error instanceof Error && error.name === 'Impossible',
  };
  type Ports = typeof ports;

  const take: Record<keyof Queues, (message: unknown, ports: Ports) => Promise<unknown>> = {
    files: (message, own) => takeFileMessage(fileMessage.parse(message), own),
    rows: (message, own) => provisionChunk(rowsMessage.parse(message), own),
    credentials: (message, own) =>
      sendCredentials(credentialMessage.parse(message), { ...own, again: own.queues.credentials }),
    notices: (message, own) => takeNoticeMessage(noticeMessage.parse(message), { ...own, again: own.queues.notices }),
    sweeps: (message, own) => sweep(sweepMessage.parse(message), own),
  };

  /** Works until the queues are empty; messages that were sent for later are waited for. A message whose delivery died comes again. */
  const drain = async (delivery: Delivery = {}): Promise<void> => {
    const { twice = false, life = new Life(), isLost = () => false } = delivery;
    for (let message = nextMessage(delivery); message; message = nextMessage(delivery)) {
      const { queue: name, body } = message;
      crossed.push(body);
      if (crossed.length > 20_000) throw new Error('the queues never empty');
      if (isLost(body)) continue;
      const deliver = () => take[name](JSON.parse(body), mortal(ports, life.isOver ? new Life() : life));
      const ends = await Promise.allSettled(twice ? [deliver(), deliver()] : [deliver()]);
      for (const end of ends) {
        if (end.status === 'fulfilled') continue;
        if (!(end.reason instanceof Died)) throw end.reason;
        queue.waiting.push({ ...message, seconds: 0 });
      }
    }
  };

  const nextMessage = ({ pick = () => 0, only }: Delivery): (typeof queue.waiting)[number] | undefined => {
    const waiting = queue.waiting.filter((one) => !only || only.includes(one.queue));
    const visible = waiting.filter(({ seconds }) => seconds === 0);
    const message = visible[pick(visible.length)];
    if (message) queue.waiting.splice(queue.waiting.indexOf(message), 1);
    if (message || waiting.length === 0) return message;
    clock.pass({ seconds: Math.max(...waiting.map(({ seconds }) => seconds)) });
    for (const one of waiting) one.seconds = 0;
    return nextMessage({ pick, ...(only && { only }) });
  };

  /** What a schedule does every 15 minutes, until nothing is open or owed, for so many days at most. */
  const sweepUntilQuiet = async (delivery: Delivery = {}, days = 20): Promise<void> => {
    for (let quarter = 0; quarter < days * 96; quarter += 1) {
      const owed = [...memory.people.values()].some(
        ({ credentialMail, pendingNotices }) => credentialMail.state === 'owed' || pendingNotices.length > 0,
      );
      if (!owed && memory.open.size === 0) return;
      clock.pass({ minutes: 15 });
      await ports.queues.sweeps([{ kind: 'sweep' }]);
      await drain(delivery);
    }
    throw new Error('something is owed for ever');
  };

  /** Puts a file into the bucket; its event waits in the queue of files. */
  const announce = async (key: string, content: string | Uint8Array, versionId = '1') => {
    const file = { bucket: 'files', key, versionId };
    files.put(file, content);
    const object = { key, 'version-id': versionId };
    const event = { 'detail-type': 'Object Created', detail: { bucket: { name: 'files' }, object } };
    await ports.queues.files([event as never]);
    return file;
  };

  return { ...ports, ports, memory, clock, files, post, queue, crossed, aside, take, drain, sweepUntilQuiet, announce };
};

/** A picker that takes any message next; the same seed gives the same order. */
export const shuffled = (seed: number) => {
  let state = seed >>> 0;
  return (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
};
