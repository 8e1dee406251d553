/** What administrators are to hear: gathered by many, mailed by one, at most once a kind in a quarter of an hour. */
import type { DigestEntry } from '../../../shared/domain/digests/digest.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addSeconds, type Instant } from '../../../shared/domain/time.ts';
import type { Digests } from '../../../shared/work/digests/digests.ts';
import { gather } from '../../../shared/work/digests/gather.ts';
import { mailDigests } from '../../../shared/work/digests/mail-digests.ts';
import { MailDelayed } from '../../../shared/work/mailing/mailer.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeMailer } from '../../fakes/mailer.ts';
import { contoso } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

const locked = (name: string): DigestEntry => ({
  id: `${name}/signInLocked`,
  displayName: name,
  userPrincipalName: `${name}@contoso.com`,
  notice: { kind: 'signInLocked', lockedAt: monday },
});
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => locked(`${prefix}${n}`));

const setup = (digests: Digests) => {
  const post = fakeMailer();
  const messages: { seconds: number }[] = [];
  const tellLater = async (_messages: readonly unknown[], seconds: number) => void messages.push({ seconds });
  const at = (seconds: number) => ({ digests, now: () => addSeconds(monday, seconds) as Instant });
  const ports = {
    directory: { catalogue: async () => [] },
    mailer: post.mailer,
    again: tellLater,
    organisation: contoso,
    policy: defaultPolicy,
  };
  return {
    post,
    messages,
    tell: (seconds: number, ...entries: DigestEntry[]) => gather(entries, { ...at(seconds), tellLater }),
    mail: (seconds: number, of?: string, mailsLeft = 100) => mailDigests(of, { ...at(seconds), ...ports, mailsLeft }),
    subjects: () => post.sent.map(({ subject }) => subject),
  };
};

onEveryStore((open) => {
  const start = async () => setup((await open()).digests);

  test('sixteen shards that tell at once are one mail, which nobody else hands out', async () => {
    const { tell, mail, subjects, messages } = await start();
    await Promise.all(Array.from({ length: 16 }, (_, shard) => tell(0, locked(`shard${shard}`))));
    expect(messages).toEqual([{ seconds: 20 }]);
    await Promise.all([mail(20), mail(20, 'signInLocked'), mail(20)]);
    await mail(21);
    expect(subjects()).toEqual(['Locked sign-ins: 16 people']);
  });

  test('what comes after a mail waits for a quarter of an hour, and no moment has two mails within it', async () => {
    const { tell, mail, subjects, messages } = await start();
    await tell(0, locked('ada'));
    await mail(20);
    await tell(30, locked('bob'));
    for (const seconds of [31, 60, 300, 900, 919]) await mail(seconds);
    expect(subjects()).toEqual(['Locked sign-ins: 1 person']);
    // No message waits for so long; the last look, a second before, has itself called again.
    expect(messages).toEqual([{ seconds: 20 }, { seconds: 20 }, { seconds: 1 }]);
    await mail(920);
    expect(subjects()).toEqual(['Locked sign-ins: 1 person', 'Locked sign-ins: 1 person']);
  });

  test('of each kind one mail leaves, and none waits for another kind', async () => {
    const { tell, mail, subjects } = await start();
    const reset: DigestEntry = {
      ...locked('bob'),
      id: 'bob',
      notice: { kind: 'passwordReset', resetAt: monday, to: [] },
    };
    await tell(0, locked('ada'), reset);
    await mail(20);
    expect(subjects().toSorted()).toEqual(['Locked sign-ins: 1 person', 'Passwords that were reset: 1 person']);
  });

  test('what is told twice is mailed once, at once, later, and when it was mailed long ago', async () => {
    const { tell, mail, post } = await start();
    await Promise.all([tell(0, locked('ada')), tell(0, locked('ada'))]);
    await tell(1, locked('ada'), locked('bob'));
    await mail(20);
    await tell(86_400, locked('bob'), locked('ada'));
    await mail(90_000);
    expect(post.sent).toHaveLength(1);
    expect(post.sent[0]?.subject).toBe('Locked sign-ins: 2 people');
  });

  test('a burst is counted, and the first fifty are named', async () => {
    const { tell, mail, post } = await start();
    await Promise.all([0, 1, 2, 3].map((part) => tell(0, ...names(`p${part}-`, 130))));
    await mail(20);
    expect(post.sent[0]?.subject).toBe('Locked sign-ins: 520 people');
    expect(post.sent[0]?.text.match(/@contoso\.com/g)?.filter(Boolean).length).toBe(50);
    expect(post.sent[0]?.text).toContain('470 more are not named here.');
  });

  test('what is told while a mail leaves is in the next one, and not lost', async () => {
    const { tell, mail, post, subjects } = await start();
    await tell(0, locked('ada'));
    const leaving = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const send = post.mailer.send;
    post.mailer.send = async (one) => {
      begun.resolve();
      await leaving.promise;
      return send(one);
    };
    const mailing = mail(20);
    await begun.promise;
    await tell(21, locked('bob'));
    await mail(21);
    leaving.resolve();
    await mailing;
    await mail(22);
    expect(subjects()).toHaveLength(1);
    await mail(921);
    expect(post.sent.at(-1)?.text).toContain('bob@contoso.com');
    expect(post.sent.at(-1)?.text).not.toContain('ada@contoso.com');
  });

  test('a mail that is delayed, or whose delivery died, is tried again when its lease is over', async () => {
    const { tell, mail, post, subjects } = await start();
    await tell(0, locked('ada'));
    post.answer = () => {
      throw new MailDelayed('Throttling');
    };
    await mail(20);
    post.answer = () => 'sent';
    await mail(21);
    expect(subjects().length).toBeLessThanOrEqual(1);
    const before = post.sent.length;
    await tell(30, locked('bob'));
    const later = 20 + defaultPolicy.credentialLeaseSeconds;
    await Promise.all([mail(later), mail(later)]);
    await mail(later + 1);
    expect(post.sent.slice(before).map(({ text }) => text.includes('ada@contoso.com'))).toEqual([true]);
    await mail(later + 900);
    expect(post.sent.at(-1)?.text).toContain('bob@contoso.com');
  });

  test('a clock that is put back by a month keeps nothing waiting', async () => {
    const { tell, mail, subjects } = await start();
    await tell(30 * 86_400, locked('ada'));
    await mail(30 * 86_400 + 20);
    await tell(30 * 86_400 + 30, locked('bob'));
    await mail(0);
    expect(subjects()).toHaveLength(2);
  });

  test('with no mail left today, nothing is leased', async () => {
    const { tell, mail, post } = await start();
    await tell(0, locked('ada'));
    expect(await mail(20, undefined, 0)).toBe('quotaUsedUp');
    expect(post.sent).toEqual([]);
    await mail(21);
    expect(post.sent).toHaveLength(1);
  });
});
