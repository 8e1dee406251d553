/** What became of a mail is known of the person, whatever comes late, twice or at once. */
import { deliveryStatusOf } from '../../../shared/domain/credentials/mail-delivery.ts';
import type { MailDelivery, Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { changeIndividually } from '../../../shared/work/change-individually.ts';
import { recordDelivery } from '../../../shared/work/credentials/record-delivery.ts';
import { sendCredentials } from '../../../shared/work/credentials/send-credentials.ts';
import { takeNoticeMessage } from '../../../shared/work/enforcement/send-notices.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeMailer } from '../../fakes/mailer.ts';
import { contoso, person } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { onEveryStore } from '../stores.ts';

const bounced: MailDelivery = { state: 'bounced', dateTime: addSeconds(monday, 60), reason: 'Permanent/General' };
const complaint: MailDelivery = { state: 'complaint', dateTime: addSeconds(monday, 90), reason: 'abuse' };
const delivered: MailDelivery = { state: 'delivered', dateTime: addSeconds(monday, 30) };

onEveryStore((open) => {
  /** People whose credentials were mailed, and what the mails were marked with. */
  const setup = async (...names: string[]) => {
    const stores = await open();
    const people = names.map((name) => person(name, { otherMails: [`${name}@example.net`] }));
    await stores.directory.addPeople({ people, seatsFrom: 'free' });
    const [post, queue] = [fakeMailer(), fakeQueues()];
    const ports = {
      ...stores,
      queues: queue.queues,
      organisation: contoso,
      policy: defaultPolicy,
      mailer: post.mailer,
      mailsPerSecond: 100,
      mailsLeft: 1000,
      now: () => monday,
      shouldPause: () => false,
    };
    const userIds = people.map(({ id }) => id);
    const mail = () => sendCredentials({ userIds }, { ...ports, again: queue.queues.credentials });
    await mail();
    const about = post.sent.flatMap((one) => one.about ?? []);
    const read = async () => (await stores.directory.readPeople(userIds)) as Person[];
    const tell = (delivery: MailDelivery, whom = about) => recordDelivery({ delivery, people: whom }, ports);
    return { ...ports, people, post, queue, about, read, tell, mail, userIds };
  };
  const statuses = (people: readonly Person[]) => people.map(deliveryStatusOf);

  test('a mail names its people and their attempts', async () => {
    const { about, people } = await setup('ada', 'bob');
    expect(about.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
      people.map(({ id }) => ({ id, attempt: 1 })).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
  });

  test('a bounce is known, and the administrator told once, however often it comes (case 28)', async () => {
    const { read, tell, queue, post, mail, ...ports } = await setup('ada');
    expect(statuses(await read())).toEqual(['sent']);
    const ends = await Promise.all([tell(bounced), tell(bounced), tell(bounced)]);
    expect(ends.toSorted()).toEqual(['nothingNew', 'nothingNew', 'recorded']);
    const [ada] = await read();
    expect(ada?.credentialMail.delivery).toEqual(bounced);
    expect(ada?.pendingNotices).toMatchObject([{ kind: 'credentialsBounced', bouncedAt: bounced.dateTime }]);
    const noticePorts = { ...ports, queues: queue.queues, again: queue.queues.notices };
    for (const message of queue.in('notices')) await takeNoticeMessage(message, noticePorts as never);
    // What administrators are to hear waits for others of its kind, so that it is mailed by a message of its own.
    const later = { ...noticePorts, now: () => addSeconds(monday, 20) };
    for (const message of queue.in('notices')) await takeNoticeMessage(message, later as never);
    expect(post.sent.slice(1).map(({ to }) => to)).toEqual([['admin@contoso.com']]);
    expect(post.sent[1]?.text).toContain('ada@contoso.com');
    expect((await read())[0]?.pendingNotices).toEqual([]);
    expect(await tell(bounced)).toBe('nothingNew');
    expect(await tell(complaint)).toBe('recorded');
    expect((await read())[0]).toMatchObject({ pendingNotices: [], credentialMail: { delivery: complaint } });
  });

  test('in whatever order, what is worse stays', async () => {
    const { read, tell } = await setup('ada');
    await tell(delivered);
    expect(statuses(await read())).toEqual(['delivered']);
    await tell(bounced);
    await tell(delivered);
    expect(statuses(await read())).toEqual(['bounced']);
  });

  test('of the people of a mail each is concerned; nobody else is, and unknown ones hold nobody up', async () => {
    const { read, tell, about } = await setup('ada', 'bob', 'carl');
    const ghost = { id: '11111111-1111-8111-8111-111111111111', attempt: 1 };
    const [first, second] = await read();
    await tell(bounced, [ghost, ...about.filter(({ id }) => id === first?.id || id === second?.id)]);
    expect(statuses(await read())).toEqual(['bounced', 'bounced', 'sent']);
  });

  test('news of an older attempt is of no mail that counts; a new mail begins with none (case 28)', async () => {
    const { read, tell, mail, directory, userIds, about } = await setup('ada');
    await tell(bounced);
    const owe = (one: Person): Person => ({ ...one, credentialMail: { ...one.credentialMail, state: 'owed' } });
    await changeIndividually(userIds, owe, directory);
    await mail();
    const [ada] = await read();
    expect(ada?.credentialMail).toMatchObject({ state: 'sent', attempt: 2 });
    expect(statuses(await read())).toEqual(['sent']);
    expect(await tell(complaint, about)).toBe('nothingNew');
    expect(await tell(bounced, [{ id: ada?.id ?? '', attempt: 2 }])).toBe('recorded');
  });

  test('nobody is told of somebody who has signed in, or is deleted', async () => {
    const { read, tell, directory, userIds } = await setup('ada');
    await changeIndividually(userIds, (one) => ({ ...one, lastSignInDateTime: monday }), directory);
    await tell(bounced);
    expect((await read())[0]).toMatchObject({ pendingNotices: [], credentialMail: { delivery: bounced } });
    const [ada] = (await read()) as [Person];
    const deleted = { ...ada, deleted: { dateTime: monday, licenses: [] } };
    await directory.changePeople([{ before: ada, after: deleted }]);
    expect(await tell(complaint)).toBe('nothingNew');
  });
});
