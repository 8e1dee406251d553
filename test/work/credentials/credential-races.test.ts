/** Two deliveries at once, deliveries that die, and services that delay: the newest mail is the one that works. */
import { MailDelayed } from '../../../shared/work/mailing/mailer.ts';
import { person } from '../../fakes/people.ts';
import { Died, Life, mortal } from '../imports/mortal.ts';
import { setup } from './credentials-setup.ts';

const delayed = () => {
  throw new MailDelayed('Throttling');
};

test('two deliveries at once: one mints and mails, the other looks again when that lease is over', async () => {
  const { deliver, now, post, queue, opens, policy, userIds } = await setup();
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(post.sent).toHaveLength(1);
  expect(await opens()).toBe(true);
  expect(now().credentialMail).toMatchObject({ state: 'sent', attempt: 1 });
  const again = queue.waiting.map(({ body, seconds }) => [JSON.parse(body), seconds]);
  expect(again).toEqual(again.map(() => [{ userIds }, policy.credentialLeaseSeconds]));
  expect(again.length).toBeGreaterThan(0);
});

test('while a lease runs nobody else mints; when it is over, the next one does, and the older password is dead (case 6)', async () => {
  const { ports, deliver, now, post, opens, leaseOver } = await setup();
  const life = new Life(2);
  await expect(deliver(mortal(ports, life))).rejects.toThrow(Died);
  const { hash } = now().password;
  expect(hash).toBeDefined();
  await deliver();
  expect([post.sent.length, now().password.hash]).toEqual([0, hash]);
  leaseOver();
  await deliver();
  expect(now().password.hash).not.toBe(hash);
  expect(now().credentialMail).toMatchObject({ state: 'sent', attempt: 2 });
  expect(await opens()).toBe(true);
});

test('a mail that was taken by the service, but not marked, is followed by one that replaces it (case 7)', async () => {
  const { ports, deliver, now, post, opens, leaseOver } = await setup();
  await expect(deliver(mortal(ports, new Life(3)))).rejects.toThrow(Died);
  expect(post.sent).toHaveLength(1);
  expect(now().credentialMail.state).toBe('owed');
  leaseOver();
  await deliver();
  expect(post.sent).toHaveLength(2);
  expect([await opens('ada', 0), await opens('ada', 1)]).toEqual([false, true]);
  expect(now().credentialMail).toMatchObject({ state: 'sent', attempt: 2 });
});

test('the hash is stored before the mail leaves: no mail is sent whose password was never stored', async () => {
  const { deliver, now, post, opens } = await setup();
  let attemptAtMail = 0;
  post.answer = () => {
    attemptAtMail = now().credentialMail.attempt;
    return 'sent';
  };
  await deliver();
  expect(attemptAtMail).toBe(1);
  expect(await opens()).toBe(true);
  const lost = await setup();
  const changePeopleEach = async () => Promise.reject(new Error('the table is away'));
  await expect(lost.deliver({ directory: { ...lost.directory, changePeopleEach } })).rejects.toThrow();
  expect(lost.post.sent).toEqual([]);
});

test('a stale delivery cannot mark a newer attempt as sent (case 7)', async () => {
  const { deliver, now, post, leaseOver, memory } = await setup();
  post.answer = () => {
    // Meanwhile another delivery took over, after the lease.
    const { credentialMail, ...rest } = now();
    memory.people.set(rest.id, {
      ...rest,
      version: rest.version + 1,
      credentialMail: { ...credentialMail, attempt: 2 },
    });
    post.answer = delayed;
    return 'sent';
  };
  await deliver();
  expect(now().credentialMail).toMatchObject({ state: 'owed', attempt: 2 });
  leaseOver();
  post.answer = () => 'sent';
  await deliver();
  expect(now().credentialMail).toMatchObject({ state: 'sent', attempt: 3 });
});

test('a delayed mail stays owed, and its message is done with (cases 26, 27)', async () => {
  const { deliver, now, post, queue } = await setup();
  post.answer = delayed;
  await deliver();
  expect(queue.waiting).toEqual([]);
  expect(now().credentialMail.state).toBe('owed');
});

test('sweeps bring a delayed mail back ever more rarely, until it is taken (cases 26, 27)', async () => {
  const system = await setup();
  system.post.answer = delayed;
  const tries: number[] = [];
  for (let quarter = 1; quarter <= 96; quarter += 1) {
    system.clock.pass({ minutes: 15 });
    await system.ports.queues.sweeps([{ kind: 'sweep' }]);
    const before = system.now().credentialMail.attempt;
    await system.drain();
    if (system.now().credentialMail.attempt > before) tries.push(quarter);
  }
  expect(tries).toEqual([1, 3, 7, 15, 31, 63]);
  system.post.answer = () => 'sent';
  await system.sweepUntilQuiet();
  expect(await system.opens()).toBe(true);
});

test('of several mails only the delayed one stays owed', async () => {
  const { deliver, now, post } = await setup(
    person('ada', { otherMails: ['ada@example.net'] }),
    person('bob', { otherMails: ['bob@example.net'] }),
  );
  post.answer = ({ to }) => (to[0] === 'ada@example.net' ? delayed() : 'sent');
  await deliver();
  expect([now('ada').credentialMail.state, now('bob').credentialMail.state]).toEqual(['owed', 'sent']);
});

test('an address that is refused: the administrator gets the credentials and hears of the address (case 28)', async () => {
  const { deliver, now, post, opens } = await setup();
  post.answer = ({ to }) => (to[0] === 'admin@contoso.com' ? 'sent' : 'rejected');
  await deliver();
  expect(post.sent.map(({ to }) => to)).toEqual([['admin@contoso.com']]);
  expect(post.sent[0]?.text).toContain('ada@example.net');
  expect(await opens()).toBe(true);
  expect(now().credentialMail.state).toBe('sent');
});

test('when nobody’s address is taken, the mail stays owed', async () => {
  const { deliver, now, post } = await setup();
  post.answer = () => 'rejected';
  await deliver();
  expect(now().credentialMail.state).toBe('owed');
});

test('a fault of the installation is thrown, after what was mailed is marked', async () => {
  const { deliver, now, post } = await setup(
    person('ada', { otherMails: ['ada@example.net'] }),
    person('bob', { otherMails: ['bob@example.net'] }),
  );
  post.answer = ({ to }) => {
    if (to[0] === 'ada@example.net') throw new Error('no right to send');
    return 'sent';
  };
  await expect(deliver()).rejects.toThrow('no right to send');
  expect([now('ada').credentialMail.state, now('bob').credentialMail.state]).toEqual(['owed', 'sent']);
});

test('with little time left, whoever is not mailed yet goes back to the queue (case 26)', async () => {
  const people = Array.from({ length: 50 }, (_, n) => person(`p${n}`));
  const { deliver, now, queue } = await setup(...people);
  await deliver({ mailsPerSecond: 1, shouldPause: () => true });
  const sent = people.filter((_, n) => now(`p${n}`).credentialMail.state === 'sent');
  expect(sent).toHaveLength(10);
  const [rest] = queue.in('credentials');
  expect(rest.userIds).toEqual(people.slice(10).map(({ id }) => id));
  expect(queue.waiting[0]?.seconds).toBe(0);
});
