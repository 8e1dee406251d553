/** What became of an import's mails is told of each person once, whatever comes twice, late or at once. */
import { deletedPerson } from '../../../shared/domain/people/deletion.ts';
import type { MailDelivery, Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { countDelivery } from '../../../shared/work/credentials/count-delivery.ts';
import { recordDelivery } from '../../../shared/work/credentials/record-delivery.ts';
import { sendCredentials } from '../../../shared/work/credentials/send-credentials.ts';
import { personIdOf } from '../../../shared/work/imports/rows/person-id.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeMailer } from '../../fakes/mailer.ts';
import { chunkResult, contoso, job, person } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { onEveryStore } from '../stores.ts';

const none = { held: 0, owed: 0, sent: 0, delivered: 0, bounced: 0, complaint: 0 };
const bounced: MailDelivery = { state: 'bounced', dateTime: addSeconds(monday, 60), reason: 'Permanent/General' };

onEveryStore((open) => {
  /** An import that has created so many people, and somebody who came another way. */
  const setup = async (count: number) => {
    const stores = await open();
    const begun = await stores.imports.begin({ ...job(), rows: count });
    const people: Person[] = Array.from({ length: count }, (_, index) =>
      person(`p${index + 1}`, { id: personIdOf(begun.id, index + 1), otherMails: [`p${index + 1}@example.net`] }),
    );
    const ids = people.map(({ id }) => id);
    for (let start = 0; start < count; start += 40) {
      const chunk = people.slice(start, start + 40);
      const result = chunkResult(begun.id, start + 1, chunk.length);
      await stores.directory.addPeople({ people: chunk, seatsFrom: 'free', result });
    }
    const other = person('other', { otherMails: ['other@example.net'] });
    await stores.directory.addPeople({ people: [other], seatsFrom: 'free' });
    const [post, queue] = [fakeMailer(), fakeQueues()];
    const ports = {
      ...{ ...stores, queues: queue.queues, again: queue.queues.credentials, organisation: contoso },
      ...{ policy: defaultPolicy, mailer: post.mailer, mailsPerSecond: 100, mailsLeft: 1000 },
      ...{ now: () => monday, shouldPause: () => false },
    };
    const send = (userIds: string[]) => sendCredentials({ userIds }, ports);
    const tell = (delivery: MailDelivery, id: string, attempt = 1) =>
      recordDelivery({ delivery, people: [{ id, attempt }] }, ports);
    const counted = () => countDelivery(begun, stores);
    return { ...stores, ids, other, send, tell, counted };
  };

  test('mails that two deliveries send, and a bounce that is told three times, count once a person', async () => {
    const { ids, other, send, tell, counted, directory } = await setup(3);
    const [first = '', second = ''] = ids;
    expect(await counted()).toEqual({ ...none, owed: 3 });
    await Promise.all([send([first, second]), send([first, second])]);
    expect(await counted()).toEqual({ ...none, owed: 1, sent: 2 });
    await send([other.id]);
    await Promise.all([tell(bounced, first), tell(bounced, first), tell(bounced, first), tell(bounced, other.id)]);
    expect(await counted()).toEqual({ ...none, owed: 1, sent: 1, bounced: 1 });
    await tell({ ...bounced, state: 'complaint' }, second);
    expect(await counted()).toEqual({ ...none, owed: 1, bounced: 1, complaint: 1 });
    const [before] = (await directory.readPeople([first])) as [Person];
    await directory.changePeople([{ before, after: deletedPerson(before, monday) }]);
    expect(await counted()).toEqual({ ...none, owed: 1, complaint: 1 });
  });

  test('people of more rows than a page and a call have are all counted', async () => {
    const { ids, send, counted } = await setup(620);
    await send(ids.slice(-5));
    expect(await counted()).toEqual({ ...none, owed: 615, sent: 5 });
  });
});
