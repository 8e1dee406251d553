/** People's own records are written each for themselves: one that loses is named, and the others are written. */

import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds, type Instant } from '../../../shared/domain/time.ts';
import { changeIndividually } from '../../../shared/work/change-individually.ts';
import { sendCredentials } from '../../../shared/work/credentials/send-credentials.ts';
import type { Mail } from '../../../shared/work/mailing/mailer.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeMailer, passwordsIn } from '../../fakes/mailer.ts';
import { contoso, e3, idOf, person } from '../../fakes/people.ts';
import { gathered, onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async (...people: Person[]) => {
    const stores = await open();
    await stores.directory.addPeople({ people, seatsFrom: 'free' });
    const read = async ({ id }: Person) => (await stores.directory.readPeople([id]))[0] as Person;
    return { ...stores, read };
  };
  const titled = (before: Person, jobTitle: string) => ({ before, after: { ...before, jobTitle } });

  test('of 60 people each is written, and its version rises', async () => {
    const people = Array.from({ length: 60 }, (_, index) => person(`p${index}`));
    const { directory, read } = await setup(...people.slice(0, 40));
    await directory.addPeople({ people: people.slice(40), seatsFrom: 'free' });
    const outcomes = await directory.changePeopleEach(people.map((one) => titled(one, `Title of ${one.id}`)));
    expect(outcomes).toEqual(people.map(() => 'changed'));
    const last = people.at(-1) as Person;
    expect(await read(last)).toEqual({ ...last, jobTitle: `Title of ${last.id}`, version: 2 });
  });

  test('who read earlier loses and is named by place; the others are written', async () => {
    const [ada, bob, carl] = [person('ada'), person('bob'), person('carl')];
    const { directory, read } = await setup(ada, bob, carl);
    await directory.changePeopleEach([titled(bob, 'Smith')]);
    const late = [titled(ada, 'Countess'), titled(bob, 'Baker'), titled(carl, 'Duke')];
    expect(await directory.changePeopleEach(late)).toEqual(['changed', 'stale', 'changed']);
    const titles = await Promise.all([ada, bob, carl].map(read));
    expect(titles.map(({ jobTitle, version }) => [jobTitle, version])).toEqual([
      ['Countess', 2],
      ['Smith', 2],
      ['Duke', 2],
    ]);
  });

  test('what a person no longer has is taken away, and only from who has not changed', async () => {
    const ada = { ...person('ada'), jobTitle: 'Countess', city: 'London' };
    const { directory, read } = await setup(ada);
    const { jobTitle: _title, ...untitled } = ada;
    expect(await directory.changePeopleEach([{ before: ada, after: untitled }])).toEqual(['changed']);
    expect(await read(ada)).toEqual({ ...untitled, version: 2 });
    const { city: _city, ...homeless } = ada;
    expect(await directory.changePeopleEach([{ before: ada, after: homeless }])).toEqual(['stale']);
    expect(await read(ada)).toEqual({ ...untitled, version: 2 });
  });

  test('somebody who is not there cannot be changed into being', async () => {
    const { directory } = await setup(person('ada'));
    const ghost = person('ghost');
    expect(await directory.changePeopleEach([titled(ghost, 'Ghost')])).toEqual(['stale']);
    expect(await directory.readPeople([ghost.id])).toEqual([]);
  });

  test('the moment at which a person is due follows', async () => {
    const ada = person('ada');
    const { directory } = await setup(ada);
    const sent = { ...ada.credentialMail, state: 'sent' as const };
    await directory.changePeopleEach([{ before: ada, after: { ...ada, credentialMail: sent } }]);
    const due = async (now: Instant) =>
      (await gathered(directory.due(Number.parseInt(ada.id.charAt(0), 16), now))).flat();
    expect(await due(addDays(monday, 1))).toEqual([]);
    expect(await due(addDays(monday, 76))).toEqual([ada.id]);
  });

  test('of many changes at once none is lost: each loser reads again', async () => {
    const ada = person('ada');
    const { directory, read } = await setup(ada);
    const phones = Array.from({ length: 8 }, (_, index) => `+31 ${index}`);
    const add = (phone: string) =>
      changeIndividually(
        [ada.id, ada.id],
        (one) => ({ ...one, businessPhones: [...one.businessPhones, phone] }),
        directory,
      );
    const written = await Promise.all(phones.map(add));
    expect((await read(ada)).businessPhones.toSorted()).toEqual(phones);
    expect(
      written
        .flat()
        .map(({ version }) => version)
        .toSorted(),
    ).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  describe('the lease of a mail', () => {
    /** Deliveries at a moment, whose mails the service takes or delays. */
    const deliveries = async () => {
      const people = ['ada', 'bob', 'carl'].map((name) => person(name, { otherMails: [`${name}@example.net`] }));
      const { directory, read } = await setup(...people);
      const waiting: number[] = [];
      const deliver = async (now: Instant, post = fakeMailer()) => {
        await sendCredentials(
          { userIds: people.map(({ id }) => id) },
          {
            directory,
            mailer: post.mailer,
            again: async (_messages, seconds) => void waiting.push(seconds),
            organisation: contoso,
            policy: defaultPolicy,
            mailsPerSecond: 100,
            mailsLeft: Number.POSITIVE_INFINITY,
            now: () => now,
            shouldPause: () => false,
          },
        );
        return post;
      };
      return { people, read, deliver, waiting };
    };

    test('of deliveries at once one mails each person; whoever comes after the lease mails anew (cases 6, 10)', async () => {
      const { people, read, deliver } = await deliveries();
      const unmarked = () =>
        deliver(
          monday,
          fakeMailer(() => 'rejected'),
        );
      const posts = await Promise.all([deliver(monday), unmarked(), unmarked()]);
      const states = await Promise.all(people.map(read));
      const mailed = posts.flatMap(({ sent }) => sent).length;
      expect(states.filter(({ credentialMail }) => credentialMail.state === 'sent')).toHaveLength(mailed);
      expect(states.map(({ credentialMail }) => credentialMail.attempt)).toEqual([1, 1, 1]);

      const during = await deliver(addSeconds(monday, defaultPolicy.credentialLeaseSeconds - 1));
      expect(during.sent).toEqual([]);
      const after = await deliver(addSeconds(monday, defaultPolicy.credentialLeaseSeconds));
      expect(after.sent).toHaveLength(people.length - mailed);
      const ends = await Promise.all(people.map(read));
      expect(ends.map(({ credentialMail }) => credentialMail.state)).toEqual(['sent', 'sent', 'sent']);
      expect(new Set([...posts, after].flatMap(({ sent }) => sent).flatMap(passwordsIn)).size).toBe(3);
    });

    test('of clocks ten minutes apart the fast one mails as well; the mail that replaces the other one is right (case 29)', async () => {
      const { people, read, deliver, waiting } = await deliveries();
      const [slow, fast] = [fakeMailer(), fakeMailer()];
      let meanwhile: Promise<unknown> | undefined;
      const send = async (mail: Mail) => {
        // The slow one holds the lease and is about to mail when the fast one finds it over.
        meanwhile ??= deliver(addSeconds(monday, 600), fast);
        await meanwhile;
        return slow.mailer.send(mail);
      };
      await deliver(monday, { ...slow, mailer: { send } });
      expect([slow.sent.length, fast.sent.length]).toEqual([3, 3]);
      for (const { userPrincipalName, credentialMail, password } of await Promise.all(people.map(read))) {
        expect(credentialMail).toMatchObject({ state: 'sent', attempt: 2, sentDateTime: addSeconds(monday, 600) });
        const [old, right] = [slow, fast].map(({ sent }) => sent.find(({ text }) => text.includes(userPrincipalName)));
        const opens = async (mail?: Mail) =>
          verifyCheaply(mail ? (passwordsIn(mail)[0] ?? '') : '', password.hash ?? '');
        expect([await opens(old), await opens(right)]).toEqual([false, true]);
        expect([old, right].map((mail) => mail?.text.includes('replaces'))).toEqual([false, true]);
      }
      // A clock that is behind takes the lease for longer: it looks again later, by a new message.
      const { people: others, deliver: deliverOthers, read: readOther, waiting: again } = await deliveries();
      await deliverOthers(
        addSeconds(monday, 600),
        fakeMailer(() => 'rejected'),
      );
      expect((await deliverOthers(monday)).sent).toEqual([]);
      expect([waiting, again]).toEqual([[], [defaultPolicy.credentialLeaseSeconds]]);
      expect((await readOther(others[0] as Person)).credentialMail).toMatchObject({ state: 'owed', attempt: 1 });
    });
  });
});

test('what has to change anything else as well is refused', async () => {
  const { personUpdates } = await import('../../../shared/aws/people/person-updates.ts');
  const { changePeopleEach } = personUpdates({} as never, 'table', defaultPolicy);
  const ada = person('ada', { skuIds: [e3.skuId] });
  const changes = [
    { userPrincipalName: 'countess@contoso.com' },
    { assignedLicenses: [] },
    { roles: ['Global Administrator'] },
    { deleted: { dateTime: monday, licenses: [] } },
    { waitingLicenses: [{ skuId: e3.skuId, since: monday, place: idOf('place') }] },
  ];
  for (const change of changes) {
    await expect(changePeopleEach([{ before: ada, after: { ...ada, ...change } }])).rejects.toThrow('transaction');
  }
});

test('a change that the service put off is made again, and one that it refuses is thrown without what it says (cases 23, 24)', async () => {
  const { personUpdates } = await import('../../../shared/aws/people/person-updates.ts');
  const [ada, bob] = [person('ada'), person('bob')];
  const answers = [
    [{ Error: { Code: 'ThrottlingError' } }, {}],
    [{ Error: { Code: 'ConditionalCheckFailed' } }],
    [{ Error: { Code: 'ValidationError', Message: 'ada@contoso.com is wrong' } }, {}],
  ];
  const asked: string[][] = [];
  const send = async ({ input }: { input: { Statements: { Parameters: string[] }[] } }) => {
    asked.push(input.Statements.map(({ Parameters }) => Parameters.at(-3) ?? ''));
    return { Responses: answers.shift() };
  };
  const { changePeopleEach } = personUpdates({ send } as never, 'table', defaultPolicy);
  const changes = [ada, bob].map((before) => ({ before, after: { ...before, jobTitle: 'Countess' } }));
  expect(await changePeopleEach(changes)).toEqual(['stale', 'changed']);
  expect(asked).toEqual([[`USER#${ada.id}`, `USER#${bob.id}`], [`USER#${ada.id}`]]);
  await expect(changePeopleEach(changes)).rejects.toThrow(/^a person could not be changed: ValidationError$/);
});
