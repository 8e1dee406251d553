/** People changed: who may, what follows, and what is told to whom. */

import type { Principal } from '../../../shared/domain/principal.ts';
import { hashGeneratedPassword } from '../../../shared/work/passwords/password-hash.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import { administrator, person } from '../../fakes/people.ts';
import { Died, Life, mortal } from '../imports/mortal.ts';
import { ada, setup } from './life-setup.ts';

const withRole = (role: string): Principal => ({ ...administrator, roles: [role] });

describe('a change', () => {
  test('by user name or id, told in the audit with who made it and what it was before', async () => {
    const { update, memory } = await setup();
    expect(await update({ city: 'Paris' }, { name: 'ADA@contoso.com' })).toMatchObject({ city: 'Paris', version: 2 });
    await update({ city: null });
    expect(memory.audit).toMatchObject([
      {
        activityDisplayName: 'Update user',
        initiatedBy: { kind: 'operator', id: 'admin' },
        modifiedProperties: [{ displayName: 'city', newValue: 'Paris' }],
      },
      { modifiedProperties: [{ displayName: 'city', oldValue: 'Paris' }] },
    ]);
  });

  test('that changes nothing writes nothing', async () => {
    const { update, memory } = await setup();
    expect(await update({ usageLocation: 'NL', jobTitle: null })).toEqual(ada);
    expect([memory.audit, memory.people.get(ada.id)?.version]).toEqual([[], 1]);
  });

  test('another user name reaches the person by mail, at the mailbox and the alternate address', async () => {
    const { update, drain, assign, mailsTo, now } = await setup();
    await assign('ada');
    await update({ userPrincipalName: 'lovelace@contoso.com' });
    await drain();
    const [mail] = mailsTo('lovelace@contoso.com');
    expect(mail?.to).toEqual(['lovelace@contoso.com', 'ada@example.net']);
    expect(mail?.text).toContain('ada@contoso.com');
    expect(now()?.pendingNotices).toEqual([]);
  });

  test('when the queue cannot be told of it, the sweep is', async () => {
    const { update, ports, sweepUntilQuiet, mailsTo } = await setup();
    const queues = { ...ports.queues, notices: async () => Promise.reject(new Error('away')) };
    await update({ userPrincipalName: 'lovelace@contoso.com' }, { own: { ...ports, queues } });
    await sweepUntilQuiet();
    expect(mailsTo('ada@example.net').map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/user name/i),
    );
  });

  test('everything that is wrong is said at once, and nothing is changed', async () => {
    const { update, refused, now } = await setup();
    const wrong = { city: 'Paris', displayName: null, usageLocation: 'XX', password: 'short', otherMails: ['x'] };
    expect(await refused(update(wrong))).toEqual([
      'DisplayNameMissing displayName',
      'CountryUnknown usageLocation',
      'MailAddressInvalid otherMails',
      'PasswordLengthWrong passwordProfile.password',
    ]);
    expect(now()).toEqual(ada);
    expect(await refused(update({}, { name: 'nobody' }))).toEqual(['NotFound']);
    expect(await refused(update({}, { name: `${'x'.repeat(120)}@contoso.com` }))).toEqual(['NotFound']);
  });

  test('killed after whichever call and repeated, it is made once', async () => {
    for (let calls = 1; ; calls += 1) {
      const { update, ports, memory, sweepUntilQuiet, mailsTo } = await setup();
      const wish = { userPrincipalName: 'lovelace@contoso.com', accountEnabled: false };
      const first = await update(wish, { own: mortal(ports, new Life(calls)) }).catch((error) => error);
      await update(wish);
      await sweepUntilQuiet();
      expect(memory.people.get(ada.id)).toMatchObject({ ...wish, sessions: { generation: 1 } });
      expect(memory.audit).toHaveLength(1);
      expect(mailsTo('ada@example.net').filter(({ text }) => text.includes('ada@contoso.com'))).toHaveLength(1);
      if (!(first instanceof Died)) break;
    }
  });
});

describe('an administrator', () => {
  const boss = person('boss', { roles: ['Global Administrator'] });
  const helper = person('helper', { roles: ['Helpdesk Administrator'] });
  const user = { principal: withRole('User Administrator') };

  test('is touched only by whom the roles allow, in every property and in every way', async () => {
    const { update, remove, refused, now } = await setup([boss, helper, ada]);
    const name = 'boss';
    const changes = [{ otherMails: ['thief@example.net'] }, { password: 'Kite-7-river' }, { accountEnabled: false }];
    for (const change of [...changes, {}, { mustChange: true }]) {
      expect(await refused(update(change, { ...user, name }))).toEqual(['PersonProtected']);
    }
    expect(await refused(remove({ ...user, name }))).toEqual(['PersonProtected']);
    expect(now('boss')).toEqual(boss);
    expect(await update({ city: 'Paris' }, { ...user, name: 'helper' })).toMatchObject({ city: 'Paris' });
    expect(await update({ city: 'Paris' }, { name })).toMatchObject({ city: 'Paris' });
  });

  test('who becomes one while the change is under way is not touched', async () => {
    const { update, refused, ports, directory, now } = await setup([boss, ada]);
    let isFirst = true;
    const changing = {
      ...directory,
      changePeople: async (changes: Parameters<typeof directory.changePeople>[0]) => {
        const after = { ...ada, roles: ['Global Administrator'] };
        if (isFirst) await directory.changePeople([{ before: ada, after }]);
        isFirst = false;
        return directory.changePeople(changes);
      },
    };
    const own = { ...ports, directory: changing };
    expect(await refused(update({ otherMails: ['thief@example.net'] }, { ...user, own }))).toEqual(['PersonProtected']);
    expect(now()).toMatchObject({ otherMails: ada.otherMails, roles: ['Global Administrator'] });
  });
});

describe('a password', () => {
  // Fast hashes: only how the new one is made need be slow here.
  const known = (present: string, last = '') => ({
    ...ada,
    password: {
      ...ada.password,
      hash: hashGeneratedPassword(present),
      ...(last && { previousHash: hashGeneratedPassword(last) }),
    },
  });

  test('that an administrator chooses opens the account and ends the sessions; it lies nowhere', async () => {
    const { update, now, memory, told, queue } = await setup();
    await update({ password: 'Kite-7-river', mustChange: false });
    expect(await verifyCheaply('Kite-7-river', now()?.password.hash ?? '')).toBe(true);
    expect(now()).toMatchObject({ password: { source: 'chosen', mustChange: false }, sessions: { generation: 1 } });
    expect(JSON.stringify([[...memory.people], memory.audit, queue.waiting])).not.toContain('Kite-7-river');
    expect(told()).toEqual(['Reset user password']);
    await update({ mustChange: true, city: 'Paris' });
    expect(told()).toEqual(['Reset user password', 'Update user']);
    expect(memory.audit.at(-1)?.modifiedProperties).toMatchObject([
      { displayName: 'city' },
      { displayName: 'forceChangePasswordNextSignIn', oldValue: false, newValue: true },
    ]);
  });

  test('may be neither the present nor the last one; the one before is free again', async () => {
    const { update, refused, now } = await setup([known('Kite-7-river', 'k7Rm-9pQx')]);
    expect(await refused(update({ password: 'Kite-7-river' }))).toEqual(['PasswordRepeated passwordProfile.password']);
    expect(await refused(update({ password: 'k7Rm-9pQx' }))).toEqual(['PasswordRepeated passwordProfile.password']);
    await update({ password: 'Moon-8-forest' });
    await update({ password: 'k7Rm-9pQx' });
    expect(await verifyCheaply('Moon-8-forest', now()?.password.previousHash ?? '')).toBe(true);
  });

  test('that came meanwhile is held against the new one too', async () => {
    const { update, refused, ports, directory, now } = await setup();
    const present = known('Kite-7-river');
    let isFirst = true;
    const changing = {
      ...directory,
      changePeople: async (changes: Parameters<typeof directory.changePeople>[0]) => {
        if (isFirst) await directory.changePeople([{ before: ada, after: present }]);
        isFirst = false;
        return directory.changePeople(changes);
      },
    };
    const own = { ...ports, directory: changing };
    expect(await refused(update({ password: 'Kite-7-river' }, { own }))).toEqual([
      'PasswordRepeated passwordProfile.password',
    ]);
    expect(now()?.version).toBe(2);
    isFirst = true;
    expect((await update({ password: 'Moon-8-forest' }, { own })).version).toBe(3);
  });

  test('is not set by who may not reset passwords', async () => {
    const { update, refused } = await setup();
    // No role of today's table has one permission without the other: a token that has neither.
    const principal = withRole('License Administrator');
    expect(await refused(update({ mustChange: true }, { principal }))).toEqual(['Forbidden']);
  });

  test('made in the place of a mail that is on its way: the mail cannot be marked, and its password is dead', async () => {
    const { update, ports, queue, drain, now, mailsTo, take } = await setup();
    await queue.queues.credentials([{ userIds: [ada.id] }]);
    const mailer = {
      send: async (mail: Parameters<typeof ports.mailer.send>[0]) => {
        await update({ password: 'Kite-7-river' });
        return ports.mailer.send(mail);
      },
    };
    queue.waiting.length = 0;
    await take.credentials({ userIds: [ada.id] }, { ...ports, mailer });
    expect(now()).toMatchObject({ credentialMail: { state: 'owed' }, password: { source: 'chosen' } });
    await queue.queues.credentials([{ userIds: [ada.id] }]);
    await drain();
    const mails = mailsTo('ada@example.net');
    expect(mails.map((mail) => passwordsIn(mail).length)).toEqual([1, 0]);
    expect(now()?.credentialMail.state).toBe('sent');
  });
});
