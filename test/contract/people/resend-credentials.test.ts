/** The credentials of an import go out at a word: once for each request, whatever comes twice or dies. */

import type { Birth } from '../../../shared/domain/people/new-person.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds, type Instant } from '../../../shared/domain/time.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import type { CredentialWalk } from '../../../shared/messages/credential-request.ts';
import { resendCredentials } from '../../../shared/work/credentials/resend-credentials.ts';
import { sendCredentials } from '../../../shared/work/credentials/send-credentials.ts';
import { personIdOf } from '../../../shared/work/imports/rows/person-id.ts';
import { resetPassword } from '../../../shared/work/passwords/reset-password.ts';
import { fakeAttempts } from '../../fakes/attempts.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeMailer, passwordsIn } from '../../fakes/mailer.ts';
import { administrator, chunkResult, contoso, idOf, person } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { Died, Life, mortal } from '../../work/imports/mortal.ts';
import { onEveryStore } from '../stores.ts';

const importId = idOf('import');
const requestedAt = addDays(monday, 1);

onEveryStore((open) => {
  /** An import of so many people, whose mails are owed, kept back, or were sent. */
  const setup = async (
    count: number,
    birth: Partial<Birth>,
    change: (one: Person, row: number) => Person = (one) => one,
  ) => {
    const stores = await open();
    const rows = Array.from({ length: count }, (_, index) => index + 1);
    const people = rows.map((row) => {
      const own = { id: personIdOf(importId, row), otherMails: [`p${row}@example.net`] };
      return change(person(`p${row}`, own, { row: { importId, rowNumber: row, since: monday }, ...birth }), row);
    });
    for (let start = 0; start < count; start += 40) {
      const some = people.slice(start, start + 40);
      const result = chunkResult(importId, start + 1, some.length);
      await stores.directory.addPeople({ people: some, seatsFrom: 'reserved', result });
    }
    const [post, queue] = [fakeMailer(), fakeQueues()];
    let [now, isShort] = [requestedAt as Instant, false];
    const ports = {
      ...stores,
      queues: queue.queues,
      organisation: contoso,
      policy: defaultPolicy,
      now: () => now,
      shouldPause: () => isShort,
    };
    const read = () => stores.directory.readPeople(people.map(({ id }) => id));
    const walk = (more: Partial<CredentialWalk> = {}, own = ports) =>
      resendCredentials(
        { kind: 'credentials', importId, resend: false, requestedAt, requestedBy: administrator as never, ...more },
        own,
      );
    const mail = async () => {
      const messages = queue.in('credentials');
      queue.waiting.length = 0;
      const outlet = { mailer: post.mailer, mailsPerSecond: 100, mailsLeft: 1000, again: queue.queues.credentials };
      for (const message of messages) await sendCredentials(message, { ...ports, ...outlet });
    };
    return {
      ...stores,
      people,
      ports,
      post,
      queue,
      read,
      walk,
      mail,
      at: (moment: Instant) => {
        now = moment;
      },
      inHaste: (haste: boolean) => {
        isShort = haste;
      },
    };
  };
  const states = (people: readonly Person[]) => people.map(({ credentialMail }) => credentialMail.state);

  test('who was kept back is mailed once, however often the request is delivered', async () => {
    const { walk, mail, read, post } = await setup(60, { credentials: 'later' });
    expect(new Set(states(await read()))).toEqual(new Set(['held']));
    await Promise.all([walk(), walk()]);
    await mail();
    await walk();
    await mail();
    expect(new Set(states(await read()))).toEqual(new Set(['sent']));
    expect(post.sent).toHaveLength(60);
  });

  test('a walk that has little time goes on where it stood; one that dies is taken up and leaves whom it did', async () => {
    const { walk, mail, read, post, queue, ports, inHaste } = await setup(60, { credentials: 'none' });
    inHaste(true);
    await walk();
    const [rest] = queue.in('sweeps');
    expect(rest).toMatchObject({ kind: 'credentials', after: 25 });
    expect(states(await read()).filter((state) => state === 'owed')).toHaveLength(25);
    inHaste(false);
    await expect(walk(rest, mortal(ports, new Life(3)))).rejects.toThrow(Died);
    await mail();
    await walk(rest);
    await mail();
    expect(new Set(states(await read()))).toEqual(new Set(['sent']));
    expect(post.sent).toHaveLength(60);
    expect((await read()).map(({ credentialMail }) => credentialMail.attempt)).toEqual(Array(60).fill(1));
  });

  test('sent again: who has not signed in gets a new password, once for each request', async () => {
    const { walk, mail, read, post, queue, people, at, audits } = await setup(3, {}, (one, row) =>
      row === 2 ? { ...one, lastSignInDateTime: addDays(monday, 0) } : one,
    );
    at(monday);
    await queue.queues.credentials([{ userIds: people.map(({ id }) => id) }]);
    await mail();
    const first = await read();
    at(requestedAt);
    await Promise.all([walk({ resend: true }), walk({ resend: true })]);
    await mail();
    await walk({ resend: true });
    await mail();
    const after = await read();
    expect(
      post.sent
        .slice(3)
        .map(({ to }) => to[0])
        .toSorted(),
    ).toEqual(['p1@example.net', 'p3@example.net']);
    expect(after.map(({ password }, row) => password.hash === first[row]?.password.hash)).toEqual([false, true, false]);
    const range = { of: { kind: 'target', id: people[0]?.id ?? '' }, top: 5, from: monday, before: '3' } as const;
    const { entries } = await audits.page(range);
    expect(entries.map(({ activityDisplayName }) => activityDisplayName)).toEqual(['Resend credentials']);
    // Another request is another mail.
    at(addDays(requestedAt, 1));
    await walk({ resend: true, requestedAt: addDays(requestedAt, 1) });
    await mail();
    expect(post.sent).toHaveLength(7);
    expect(new Set(post.sent.flatMap(passwordsIn)).size).toBe(7);
  });

  test('who was mailed, or got another password, after the request is left', async () => {
    const { walk, mail, read, queue, people, at, ports, directory } = await setup(2, {});
    const [one, other] = people as [Person, Person];
    at(monday);
    await queue.queues.credentials([{ userIds: [other.id] }]);
    await mail();
    at(addSeconds(requestedAt, 60));
    await queue.queues.credentials([{ userIds: [one.id] }]);
    await mail();
    const attempts = fakeAttempts();
    const reset = { ...ports, directory, attempts, hashSlowly: hashCheaply, isCommonPassword };
    await resetPassword(other.id, { show: true }, administrator, reset);
    const before = await read();
    await walk({ resend: true });
    expect(await read()).toEqual(before);
    expect(queue.in('credentials')).toEqual([]);
  });

  test('passwords that were chosen are sent if they never were, and not again', async () => {
    const chosen = (one: Person) => ({
      ...one,
      password: { ...one.password, source: 'chosen' as const, hash: 'chosen' },
    });
    const { walk, mail, read, post, at } = await setup(2, { credentials: 'later' }, chosen);
    await walk({ resend: true });
    await mail();
    expect(post.sent).toHaveLength(2);
    at(addDays(requestedAt, 1));
    await walk({ resend: true, requestedAt: addDays(requestedAt, 1) });
    await mail();
    expect(post.sent).toHaveLength(2);
    expect((await read()).map(({ password }) => password.hash)).toEqual(['chosen', 'chosen']);
  });

  test('nobody gets a new password at the word of who may do less, and no deleted person gets one', async () => {
    const helpdesk = { ...administrator, roles: ['User Administrator'] };
    const { walk, read, people, queue, at, mail } = await setup(2, {}, (one, row) =>
      row === 1 ? { ...one, roles: ['Global Administrator'] } : one,
    );
    at(monday);
    await queue.queues.credentials([{ userIds: people.map(({ id }) => id) }]);
    await mail();
    at(requestedAt);
    await walk({ resend: true, requestedBy: helpdesk as never });
    expect(states(await read())).toEqual(['sent', 'owed']);
  });
});
