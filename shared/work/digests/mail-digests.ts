/** What was gathered for administrators goes out: leased before, removed after. */
import {
  type Digest,
  type DigestKind,
  leasedDigest,
  mailedDigest,
  secondsUntilDue,
} from '../../domain/digests/digest.ts';
import { administratorAddresses, type Organisation } from '../../domain/organisation.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import { digestMail } from '../../mail/digest-mail.ts';
import type { NoticeMessage } from '../../messages/queues.ts';
import type { Directory } from '../directory.ts';
import { MailDelayed, type Mailer } from '../mailing/mailer.ts';
import type { SendLater } from '../queues.ts';
import type { Digests } from './digests.ts';
import { secondsForMessage } from './gather.ts';

export type DigestPorts = {
  digests: Digests;
  directory: Pick<Directory, 'catalogue'>;
  mailer: Mailer;
  again: SendLater<NoticeMessage>;
  organisation: Organisation;
  policy: Policy;
  mailsLeft: number;
  now: () => Instant;
};

/**
 * Mails what is gathered of a kind, or of every kind, where it is due. One delivery has it in hand; a crash between the
 * mail and its mark tells it again, and nothing is untold. A mail that the service delays is tried again by a sweep.
 */
export const mailDigests = async (of: string | undefined, ports: DigestPorts): Promise<'quotaUsedUp' | undefined> => {
  if (ports.mailsLeft < 1) return 'quotaUsedUp';
  const kinds = of === undefined ? await ports.digests.kinds() : [of as DigestKind];
  for (const kind of kinds) {
    const leased = await lease(kind, ports);
    if (leased) await mailDigest(leased, ports);
  }
  return undefined;
};

const lease = async (kind: DigestKind, { digests, policy, again, now }: DigestPorts): Promise<Digest | undefined> => {
  for (;;) {
    const before = await digests.read(kind);
    const after = leasedDigest(before, now(), policy.credentialLeaseSeconds);
    if (after && (await digests.write(before, after)) === 'written') return after;
    // Somebody added to it meanwhile, or took it.
    if (after) continue;
    const seconds = secondsUntilDue(before, now());
    if (!before.leased && seconds <= secondsForMessage)
      await again([{ kind: 'digests', of: kind }], Math.ceil(seconds));
    return undefined;
  }
};

const mailDigest = async (digest: Digest, ports: DigestPorts): Promise<void> => {
  const { mailer, directory, organisation } = ports;
  if (!digest.leased) return;
  const letterhead = { organisation, language: organisation.preferredLanguage };
  const content = digestMail(digest.kind, digest.leased, await directory.catalogue(), letterhead);
  try {
    await mailer.send({ to: administratorAddresses(organisation), ...content });
  } catch (error) {
    if (error instanceof MailDelayed) return;
    throw error;
  }
  await markMailed(digest, ports);
};

/** Marks the mail that left; who has it leased since, because this took too long, marks it too. */
const markMailed = async ({ kind, leased }: Digest, { digests, now }: DigestPorts): Promise<void> => {
  for (;;) {
    const before = await digests.read(kind);
    if (before.leased?.leaseUntil !== leased?.leaseUntil) return;
    if ((await digests.write(before, mailedDigest(before, now()))) === 'written') return;
  }
};
