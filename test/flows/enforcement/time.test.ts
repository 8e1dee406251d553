/** What happens as time passes: warnings, expiry, grace and mails that are sent again. Local: here time can be moved. */
import { passwordIn } from '../driver/mailbox.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { administrator, newLicence, setSeats, someone } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import type { User } from '../driver/resources.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

const engine = ownEngine();
let muster: Muster;
beforeAll(async () => {
  if (isLocal) muster = await engine.start();
}, 120_000);
afterAll(() => engine.end());

/** Moves time to so many days after the person's password was made, and lets the sweep run. What is under way ends before. */
const after = async ({ lastPasswordChangeDateTime }: User, days: number) => {
  await controlOf(muster).quiet();
  await controlOf(muster).daysAfter(lastPasswordChangeDateTime, days);
};

const when = (id: string, what: string, fits: (user: User) => boolean) =>
  waitFor(what, () => muster.api.user(id), fits);

/** A person whose credentials have arrived. */
const settled = async (body: object) => {
  const person = someone('Tim');
  const { id } = await muster.api.addUser({ ...person, ...body });
  await muster.mailbox.mail({ to: person.otherMails[0] });
  const made = await when(id, 'the credentials to be sent', ({ credentialMail }) => credentialMail.state === 'sent');
  return { made, address: person.otherMails[0] };
};

const subjectsTo = async (address: string) =>
  (await muster.mailbox.find({ to: address })).map(({ subject }) => subject);

const own = { passwordProfile: { forceChangePasswordNextSignIn: false } };

testLocally('a password: warned of 14, 7 and 1 days before, expired after 90, each told once', async () => {
  const { made, address } = await settled(own);
  const expectMail = async (days: number, subject: string) => {
    await after(made, days);
    await muster.mailbox.mail({ to: address, about: subject });
    // Run again, it has nothing more to say.
    await controlOf(muster).runSchedule();
  };
  await after(made, 75);
  await expectMail(76, 'Your password for Contoso expires in 14 days');
  expect(await muster.api.user(made.id)).toMatchObject({ passwordState: 'valid' });
  await expectMail(83, 'Your password for Contoso expires in 7 days');
  await expectMail(89, 'Your password for Contoso expires in 1 day');
  await expectMail(91, 'Your password for Contoso has expired');
  expect(await muster.api.user(made.id)).toMatchObject({
    passwordState: 'expired',
    passwordProfile: { forceChangePasswordNextSignIn: true },
  });
  expect((await subjectsTo(address)).slice(1)).toEqual([
    'Your password for Contoso expires in 14 days',
    'Your password for Contoso expires in 7 days',
    'Your password for Contoso expires in 1 day',
    'Your password for Contoso has expired',
  ]);
});

testLocally(
  'a sweep that comes late gives the narrowest warning alone, with the days that are left (case 31)',
  async () => {
    const { made, address } = await settled(own);
    await after(made, 84);
    await muster.mailbox.mail({ to: address, about: 'expires in 6 days' });
    expect(await subjectsTo(address)).toHaveLength(2);
  },
);

testLocally('a temporary password lapses after 7 days, and person and administrator are told', async () => {
  const { made, address } = await settled({});
  await after(made, 6.9);
  expect(await muster.api.user(made.id)).toMatchObject({ passwordState: 'valid' });
  await after(made, 7.1);
  const { subject } = await muster.mailbox.mail({ to: address, about: 'temporary password' });
  expect(subject).toBe('Your temporary password for Contoso no longer works');
  expect(await muster.api.user(made.id)).toMatchObject({ passwordState: 'lapsed' });
  await muster.mailbox.mail({ to: administrator, about: `no longer work` });
});

testLocally('who never changed a temporary password is told that it lapsed, and of no expiry', async () => {
  const { made, address } = await settled({});
  await after(made, 76);
  await muster.mailbox.mail({ to: address, about: 'temporary password' });
  await after(made, 91);
  await controlOf(muster).quiet();
  expect((await subjectsTo(address)).slice(1)).toEqual(['Your temporary password for Contoso no longer works']);
  expect(await muster.api.user(made.id)).toMatchObject({ passwordState: 'lapsed' });
});

testLocally('a licence that was short: reminders, a disabled mailbox, and all back when seats are bought', async () => {
  const plan = await newLicence(muster, 0);
  const asked = { ...own, usageLocation: 'NL', assignedLicenses: [{ skuId: plan.skuId }] };
  const { made } = await settled(asked);
  const mailbox = made.userPrincipalName;
  expect(made.mailbox?.state).toBe('grace');

  for (const [day, left] of [
    [16, '14 days'],
    [23, '7 days'],
    [29, '1 day'],
  ] as const) {
    await after(made, day + 0.01);
    const about = `Your mailbox at Contoso will be disabled in ${left}`;
    await muster.mailbox.mail({ to: mailbox, about });
    await waitFor(
      `the administrator to be reminded ${left} before`,
      () => muster.mailbox.find({ to: administrator, about: mailbox }),
      (mails) => mails.filter(({ subject }) => subject.startsWith('Mailboxes that will be disabled')).length >= 1,
      { show: (mails) => mails.map(({ subject }) => subject) },
    );
    expect((await muster.api.user(made.id)).mailbox?.state).toBe('grace');
  }

  await after(made, 30.01);
  await when(made.id, 'the mailbox to be disabled', (user) => user.mailbox?.state === 'disabled');
  const disabled = await waitFor(
    'the administrator to be told',
    () => muster.mailbox.find({ to: administrator, about: mailbox }),
    (mails) => mails.some(({ subject }) => subject.startsWith('Disabled mailboxes')),
    { show: (mails) => mails.map(({ subject }) => subject) },
  );
  expect(disabled.filter(({ subject }) => subject.startsWith('Mailboxes that will be disabled'))).toHaveLength(3);

  await setSeats(muster, plan, 1);
  const back = await when(made.id, 'the licence to arrive', ({ assignedLicenses }) => assignedLicenses.length === 1);
  expect(back).toMatchObject({ waitingLicenses: [], mailbox: { state: 'active', graceEndsDateTime: null } });
  await muster.mailbox.mail({ to: mailbox, about: `You have a licence at Contoso: ${plan.skuPartNumber}` });
  await after(made, 61);
  expect((await muster.api.user(made.id)).mailbox?.state).toBe('active');
});

testLocally('a licence that is taken away starts the same clock', async () => {
  const plan = await newLicence(muster, 1);
  const asked = { ...own, usageLocation: 'NL', assignedLicenses: [{ skuId: plan.skuId }] };
  const { made } = await settled(asked);
  const body = { addLicenses: [], removeLicenses: [plan.skuId] };
  expect((await muster.api.assignLicense(made.id, body)).mailbox?.state).toBe('grace');
  await after(made, 31);
  await when(made.id, 'the mailbox to be disabled', (user) => user.mailbox?.state === 'disabled');
});

testLocally('a credential mail that is overdue, because its message was lost, is sent by the sweep', async () => {
  const queue = await muster.queues.before(muster.outputs.CredentialsDeadLetterQueueUrl);
  const thief = muster.queues.steal(queue);
  const people = Array.from({ length: 10 }, () => someone('Tina'));
  const made = await Promise.all(people.map((person) => muster.api.addUser(person)));
  const stolen = await thief.stop();
  const lost = made.filter(({ id }) => stolen.some((body) => body.includes(id)));
  expect(lost.length).toBeGreaterThan(0);
  await controlOf(muster).quiet();
  for (const { id } of lost) expect((await muster.api.user(id)).credentialMail.state).toBe('owed');

  await after(made[0] as User, 16 / 1440);
  for (const { otherMails } of people) passwordIn(await muster.mailbox.mail({ to: otherMails[0] }));
  for (const { id } of made) {
    await when(id, 'the credentials to be sent', ({ credentialMail }) => credentialMail.state === 'sent');
  }
});
