/** People are told of what others may have done to them: at the addresses that they had before, once, and never not. */
import type { Person } from '../../../shared/domain/person.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { addRoleMember } from '../../../shared/work/access/change-role-members.ts';
import { updatePerson } from '../../../shared/work/people/update-person.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { own, setup as setupPeople } from './sign-in-setup.ts';

const old = 'ada@example.net';
const passwordAdministrator: Principal = { ...administrator, id: 'desk', roles: ['Password Administrator'] };
const evil = 'Difference-Engine-2';

const setup = async () => {
  const system = await setupPeople((one: Person) => ({
    ...one,
    otherMails: one.displayName === 'ada' ? [old] : [],
    credentialMail: { ...one.credentialMail, state: 'sent' },
  }));
  const mails = () => system.post.sent.map(({ to, subject }) => [to.join(), subject]);
  const update = (change: object) =>
    updatePerson({ name: idOf('ada'), update: change, faults: [], principal: administrator }, system.ports);
  return { ...system, mails, update };
};

const resetMail = [old, 'Your password for Contoso has been reset'];
const changedMail = [old, 'Your password for Contoso has been changed'];
const addressMail = [old, 'Your alternate mail address at Contoso has been changed'];

test('reset to be shown, then changed by whoever saw it: the person hears of both (weakness 8)', async () => {
  const { reset, principalOf, renew, drain, mails, stored, crossed } = await setup();
  const { newPassword = '' } = await reset({ show: true }, { by: passwordAdministrator });
  await drain();
  await renew(await principalOf('ada', newPassword), newPassword, evil);
  await drain();
  expect(mails()).toEqual([resetMail, changedMail]);
  expect(stored().pendingNotices).toEqual([]);
  expect(crossed.join()).not.toContain(evil);
});

test('reset with the mail to somebody else: the person hears of it, and not by the password (weakness 8)', async () => {
  const { reset, drain, mails, post } = await setup();
  await reset({ sendTo: ['a@evil.example'] });
  await drain();
  expect(mails().toSorted()).toEqual([['a@evil.example', 'Your user name and password for Contoso'], resetMail]);
  expect(post.sent.find(({ to }) => to.includes(old))?.text).not.toMatch(/(\w{4}-){4}\w{4}/);
});

test('a password and another address in one request, and an address alone: the former one hears of it (weakness 8)', async () => {
  const { update, drain, mails } = await setup();
  await update({ password: evil, otherMails: ['a@evil.example'] });
  await drain();
  expect(mails()).toEqual([resetMail, addressMail]);
  await update({ otherMails: [] });
  await drain();
  expect(mails().slice(2)).toEqual([['a@evil.example', addressMail[1]]]);
});

test('a role that was given is told, once however often it is given (weakness 8)', async () => {
  const { ports, drain, mails } = await setup();
  const request = { role: 'User Administrator', userId: idOf('ada'), principal: administrator } as const;
  await addRoleMember(request, ports);
  await addRoleMember(request, ports);
  await drain({ twice: true });
  expect(mails()).toEqual([[old, 'You have a role at Contoso: User Administrator']]);
});

test('who has no address changes a password unheard; of what administrators did they are told', async () => {
  const { reset, principalOf, renew, drain, mails } = await setup();
  await renew(await principalOf('bob', 'k7Rm-9pQx-hT4w-Zb8n-Yc3d'), 'k7Rm-9pQx-hT4w-Zb8n-Yc3d', evil);
  await drain();
  expect(mails()).toEqual([]);
  await reset({ show: true }, { user: 'bob@contoso.com' });
  await drain();
  expect(mails()).toEqual([['admin@contoso.com', 'Passwords that were reset: 1 person']]);
});

test('when the queue cannot be told, the sweep finds what is owed', async () => {
  const { reset, ports, sweepUntilQuiet, mails } = await setup();
  ports.queues = { ...ports.queues, notices: () => Promise.reject(new Error('away')) };
  await reset({ show: true });
  expect(mails()).toEqual([]);
  await sweepUntilQuiet();
  expect(mails()).toEqual([resetMail]);
});

test('a right password and a wrong one change nothing, and tell nobody', async () => {
  const { enter, drain, mails, stored } = await setup();
  await enter('ada', own);
  await enter('ada', 'wrong').catch(() => undefined);
  await drain();
  expect([mails(), stored().pendingNotices]).toEqual([[], []]);
});
