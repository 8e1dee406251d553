/** Warnings and reminders reach somebody, once, and stay owed until they do. */
import { pendingNotice } from '../../../shared/domain/outbox.ts';
import type { Notice, Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays, type Instant } from '../../../shared/domain/time.ts';
import { mailDigests } from '../../../shared/work/digests/mail-digests.ts';
import { sendNotices } from '../../../shared/work/enforcement/send-notices.ts';
import { MailDelayed } from '../../../shared/work/mailing/mailer.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf, person } from '../../fakes/people.ts';
import { Died, Life, mortal } from '../imports/mortal.ts';
import { newSystem } from '../imports/system.ts';

const warning: Notice = { kind: 'passwordWarning', days: 14, expiresAt: addDays(monday, 14) };
const reminder: Notice = { kind: 'graceReminder', days: 7, disabledAt: addDays(monday, 7) };

const owing = (name: string, notices: Notice[], change: Partial<Person> = {}): Person => ({
  ...person(name, { otherMails: [`${name}@example.net`] }),
  pendingNotices: notices.map((notice) => pendingNotice(notice, defaultPolicy, monday)),
  ...change,
});

const setup = async (...people: Person[]) => {
  const system = newSystem();
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const userIds = people.map(({ id }) => id);
  const deliver = (change: Partial<typeof system.ports> = {}) =>
    sendNotices(userIds, { ...system.ports, again: system.queue.queues.notices, ...change });
  const owed = (name: string) => system.memory.people.get(idOf(name))?.pendingNotices.map(({ kind }) => kind);
  const mailed = () => system.post.sent.map(({ to }) => to.join());
  /** What was gathered for administrators leaves, once it has waited for others. */
  const tellAdministrators = () => {
    system.clock.pass({ seconds: 20 });
    return mailDigests(undefined, { ...system.ports, again: system.queue.queues.notices });
  };
  return { ...system, userIds, deliver, tellAdministrators, owed, mailed };
};

test('a person is told, and nothing is owed any more', async () => {
  const { deliver, owed, mailed } = await setup(owing('ada', [warning]));
  await deliver();
  await deliver();
  expect([mailed(), owed('ada')]).toEqual([['ada@example.net'], []]);
});

test('two notices of one person are two mails', async () => {
  const { deliver, owed, mailed } = await setup(owing('ada', [warning, { kind: 'licenceArrived', skuId: 'sku-e3' }]));
  await deliver();
  expect([mailed(), owed('ada')]).toEqual([['ada@example.net', 'ada@example.net'], []]);
});

test('what only an administrator can help with reaches both', async () => {
  const { deliver, tellAdministrators, owed, mailed } = await setup(owing('ada', [reminder]), owing('bob', [warning]));
  await deliver();
  await tellAdministrators();
  expect(mailed().toSorted()).toEqual(['ada@example.net', 'admin@contoso.com', 'bob@example.net']);
  expect([owed('ada'), owed('bob')]).toEqual([[], []]);
});

test('technical contacts hear what the administrator hears, in the same mail', async () => {
  const system = await setup(owing('ada', [reminder]));
  system.ports.organisation = { ...system.organisation, technicalMails: ['it@contoso.com'] };
  await system.deliver();
  await system.tellAdministrators();
  expect(system.mailed()).toEqual(['ada@example.net', 'admin@contoso.com,it@contoso.com']);
});

test('people without an address, or with one that is refused, share a mail to the administrator', async () => {
  const { deliver, tellAdministrators, owed, mailed, post } = await setup(
    owing('ada', [warning], { otherMails: [] }),
    owing('bob', [warning]),
    owing('carl', [warning], { otherMails: [] }),
  );
  post.answer = ({ to }) => (to[0] === 'bob@example.net' ? 'rejected' : 'sent');
  await deliver();
  await tellAdministrators();
  expect(mailed()).toEqual(['admin@contoso.com']);
  expect(['ada', 'bob', 'carl'].every((name) => post.sent[0]?.text.includes(`${name}@contoso.com`))).toBe(true);
  expect([owed('ada'), owed('bob'), owed('carl')]).toEqual([[], [], []]);
});

test('deliveries at once mail once', async () => {
  const { deliver, tellAdministrators, mailed, owed } = await setup(owing('ada', [reminder]));
  await Promise.all([deliver(), deliver(), deliver()]);
  await tellAdministrators();
  expect(mailed().toSorted()).toEqual(['ada@example.net', 'admin@contoso.com']);
  expect(owed('ada')).toEqual([]);
});

test('a delayed mail stays owed, the message is done, and the sweep brings it back', async () => {
  const system = await setup(owing('ada', [warning]));
  system.post.answer = () => {
    throw new MailDelayed('Throttling');
  };
  await system.deliver();
  expect([system.owed('ada'), system.queue.waiting]).toEqual([['passwordWarning'], []]);
  system.post.answer = () => 'sent';
  await system.sweepUntilQuiet();
  expect(system.mailed().filter((to) => to === 'ada@example.net')).toHaveLength(2);
  expect(system.owed('ada')).toEqual([]);
});

test('what was mailed before a delay or a fault is not owed any more', async () => {
  const { deliver, owed, post } = await setup(owing('ada', [warning]), owing('bob', [warning]));
  post.answer = ({ to }) => {
    if (to[0] === 'bob@example.net') throw new Error('a fault of ours');
    return 'sent';
  };
  await expect(deliver()).rejects.toThrow('a fault of ours');
  expect([owed('ada'), owed('bob')]).toEqual([[], ['passwordWarning']]);
});

test('killed between mail and mark, it is owed until the lease is over, and then told again', async () => {
  const system = await setup(owing('ada', [warning]));
  await expect(system.deliver(mortal(system.ports, new Life(4)))).rejects.toThrow(Died);
  expect([system.mailed().length, system.owed('ada')]).toEqual([1, ['passwordWarning']]);
  await system.deliver();
  expect(system.mailed()).toHaveLength(1);
  system.clock.pass({ seconds: defaultPolicy.credentialLeaseSeconds });
  await system.deliver();
  expect([system.mailed().length, system.owed('ada')]).toEqual([2, []]);
});

test('with little time left, whoever is not told yet goes back to the queue', async () => {
  const people = Array.from({ length: 12 }, (_, n) => owing(`p${n}`, [warning]));
  const { deliver, queue, mailed, userIds } = await setup(...people);
  await deliver({ mailsPerSecond: 1, shouldPause: () => true });
  expect(mailed()).toHaveLength(5);
  expect(queue.in('notices')).toEqual([{ kind: 'notices', userIds: userIds.slice(5) }]);
});

const full = 'ada@example.net';
const fullMailbox = ({ to }: { to: readonly string[] }) => {
  if (to.includes(full)) throw new MailDelayed('452');
  return 'sent' as const;
};

test('a mailbox that is full for ever starves nobody: the others hear, once (mistake 1)', async () => {
  const others = Array.from({ length: 10 }, (_, n) => `p${n}`);
  const system = await setup(owing('ada', [warning]), ...others.map((name) => owing(name, [warning])));
  system.post.answer = fullMailbox;
  await system.deliver();
  expect(system.mailed().toSorted()).toEqual(others.map((name) => `${name}@example.net`).toSorted());
  for (let day = 0; day < 8; day += 1) {
    system.clock.pass({ days: 1 });
    await system.deliver();
  }
  expect(system.mailed()).toHaveLength(10);
  expect([system.owed('ada'), ...others.map(system.owed)]).toEqual([['passwordWarning'], ...others.map(() => [])]);
});

test('the administrator hears of whom no mail reaches, though it is delayed; and whoever was told is told once (mistake 1)', async () => {
  const system = await setup(owing('ada', [reminder]), ...['bob', 'carl'].map((name) => owing(name, [reminder])));
  system.post.answer = fullMailbox;
  for (let tries = 0; tries < 5; tries += 1) {
    await system.deliver();
    await system.tellAdministrators();
    system.clock.pass({ days: 1 });
  }
  expect(system.mailed().toSorted()).toEqual(['admin@contoso.com', 'bob@example.net', 'carl@example.net']);
  expect(['ada', 'bob', 'carl'].map(system.owed)).toEqual([['graceReminder'], [], []]);
  system.post.answer = () => 'sent';
  await system.deliver();
  expect(system.mailed().filter((to) => to === 'admin@contoso.com')).toHaveLength(1);
  expect(system.mailed().filter((to) => to === full)).toHaveLength(1);
  expect(system.owed('ada')).toEqual([]);
});

test("an administrator's mailbox that is full has nobody mailed again, and what they are to hear stays owed (mistake 1)", async () => {
  const names = ['ada', 'bob', 'carl', 'dora', 'emil'];
  const system = await setup(...names.map((name) => owing(name, [reminder])), owing('fred', [warning]));
  system.post.answer = ({ to }) => {
    if (to.includes('admin@contoso.com')) throw new MailDelayed('452');
    return 'sent';
  };
  for (let tries = 0; tries < 13; tries += 1) {
    await system.deliver();
    await system.tellAdministrators();
    system.clock.pass({ days: 1 });
  }
  expect(system.mailed().toSorted()).toEqual([...names, 'fred'].map((name) => `${name}@example.net`).toSorted());
  expect([...names, 'fred'].map(system.owed)).toEqual([...names, 'fred'].map(() => []));
  system.post.answer = () => 'sent';
  await system.tellAdministrators();
  expect(system.mailed().slice(6)).toEqual(['admin@contoso.com']);
  expect(names.every((name) => system.post.sent.at(-1)?.text.includes(`${name}@contoso.com`))).toBe(true);
  expect(names.map(system.owed)).toEqual(names.map(() => []));
});

test('fifty people are leased, mailed and marked, as many at a time as a transaction takes (mistake 11)', async () => {
  const names = Array.from({ length: 50 }, (_, n) => `p${n}`);
  const system = newSystem();
  const people = names.map((name) => owing(name, [warning]));
  for (const half of [people.slice(0, 25), people.slice(25)]) {
    await system.directory.addPeople({ people: half, seatsFrom: 'free' });
  }
  const userIds = people.map(({ id }) => id);
  await sendNotices(userIds, { ...system.ports, again: system.queue.queues.notices });
  expect(system.post.sent).toHaveLength(50);
  expect([...system.memory.people.values()].flatMap(({ pendingNotices }) => pendingNotices)).toEqual([]);
});

test('of a person who is owed very many, a call mails what it has time for', async () => {
  const many = Array.from(
    { length: 8 },
    (_, n): Notice => ({ kind: 'userNameChanged', formerUserPrincipalName: `a${n}` }),
  );
  const system = await setup(owing('ada', []));
  const ada = system.memory.people.get(idOf('ada')) as Person;
  const notices = many.map((notice, n) => ({ ...pendingNotice(notice, defaultPolicy, monday), id: `n${n}` }));
  system.memory.people.set(ada.id, { ...ada, pendingNotices: notices });
  await system.deliver();
  expect([system.mailed().length, system.owed('ada')?.length]).toEqual([5, 3]);
  await system.deliver();
  expect([system.mailed().length, system.owed('ada')?.length]).toEqual([8, 0]);
});

test.each<[string, Notice, Partial<Person>]>([
  ['a warning of a password that lapsed', warning, { password: { ...person('x').password, lapsed: true } }],
  ['a warning of one that expired', warning, { password: { ...person('x').password, expired: true } }],
  ['a reminder of a grace that is over', reminder, { mailbox: { state: 'disabled' } }],
  ['a reminder to who has a licence', reminder, { mailbox: { state: 'active' } }],
])('%s is told to nobody: a notice of its own tells what is so now', async (_, notice, change) => {
  const { deliver, tellAdministrators, owed, mailed } = await setup(owing('ada', [notice], change));
  await deliver();
  await tellAdministrators();
  expect([mailed(), owed('ada')]).toEqual([[], []]);
});

test('a notice that is owed from one moment is owed once', () => {
  const ids = [
    warning,
    reminder,
    { kind: 'licenceArrived', skuId: 'a' } as const,
    { kind: 'licenceArrived', skuId: 'b' } as const,
  ]
    .flatMap((notice) => [
      pendingNotice(notice, defaultPolicy, monday),
      pendingNotice(notice, defaultPolicy, monday as Instant),
    ])
    .map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
});
