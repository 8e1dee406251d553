/** People changed, deleted, restored and removed: who may, what follows, and what is told to whom. */
import type { Person } from '../../shared/domain/person.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import { Refused } from '../../shared/domain/refusals.ts';
import { assignLicense } from '../../shared/work/assign-license.ts';
import { createPerson } from '../../shared/work/create-person.ts';
import { deletePerson } from '../../shared/work/delete-person.ts';
import { hashGeneratedPassword, verifyPassword } from '../../shared/work/password-hash.ts';
import { restorePerson } from '../../shared/work/restore-person.ts';
import { updatePerson } from '../../shared/work/update-person.ts';
import { passwordsIn } from '../fakes/mailer.ts';
import { administrator, e3, idOf, person } from '../fakes/people.ts';
import { Died, Life, mortal } from './mortal.ts';
import { newSystem } from './system.ts';

const ada = person('ada', { usageLocation: 'NL', otherMails: ['ada@example.net'] });

const setup = async (people: Person[] = [ada], enabled = 1) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled });
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const { ports, memory } = system;
  const refused = async (act: Promise<unknown>) => {
    const error = await act.catch((reason: unknown) => reason);
    if (!(error instanceof Refused)) throw error ?? new Error('it was not refused');
    return error.refusals.map(({ code, target = '' }) => `${code} ${target}`.trim());
  };
  type Own = { principal?: Principal; own?: typeof ports; name?: string };
  return {
    ...system,
    refused,
    now: (name = 'ada') => memory.people.get(idOf(name)),
    update: (update: object, { principal = administrator, own = ports, name = 'ada' }: Own = {}) =>
      updatePerson({ name: name.includes('@') ? name : idOf(name), update, faults: [], principal }, own),
    remove: ({ principal = administrator, own = ports, name = 'ada' }: Own = {}) =>
      deletePerson({ name: name.includes('@') ? name : idOf(name), principal }, own),
    restore: ({ principal = administrator, own = ports, name = 'ada' }: Own = {}) =>
      restorePerson({ userId: idOf(name), principal }, own),
    assign: (name: string) =>
      assignLicense(
        { idOrName: idOf(name), add: [{ licence: e3.skuId, disabledPlans: [] }], remove: [], principal: administrator },
        ports,
      ),
    told: (name = 'ada') =>
      memory.audit.filter(({ target }) => target.id === idOf(name)).map((entry) => entry.activityDisplayName),
    mailsTo: (address: string) => system.post.sent.filter(({ to }) => to.includes(address)),
  };
};

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
    expect(now()?.owedNotices).toEqual([]);
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
    expect(await verifyPassword('Kite-7-river', now()?.password.hash ?? '')).toBe(true);
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
    expect(await verifyPassword('Moon-8-forest', now()?.password.previousHash ?? '')).toBe(true);
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

describe('a deletion', () => {
  test('gives up name and seat, and who waits for the seat gets it', async () => {
    const { assign, remove, drain, now, told, directory } = await setup([ada, person('bob', { usageLocation: 'NL' })]);
    await assign('ada');
    await assign('bob');
    await remove({ name: 'Ada@contoso.com' });
    await drain();
    expect(now('bob')?.assignedLicenses).toEqual([{ skuId: e3.skuId }]);
    expect(await directory.findByUserName('ada@contoso.com')).toBeUndefined();
    expect(told()).toEqual(['Change user license', 'Delete user']);
  });

  test('leaves nothing to be mailed: no credentials, no notice, whatever waits in the queues', async () => {
    const { remove, update, queue, drain, post, now, clock } = await setup();
    await update({ userPrincipalName: 'lovelace@contoso.com' });
    await queue.queues.credentials([{ userIds: [ada.id] }]);
    await remove();
    clock.pass({ days: 3 });
    await queue.queues.sweeps([{ kind: 'sweep' }]);
    await drain();
    expect(post.sent).toEqual([]);
    expect(now()).toMatchObject({ credentialMail: { state: 'owed' }, owedNotices: [], version: 3 });
  });

  test('while a mail is on its way: it cannot be marked as sent any more', async () => {
    const { remove, ports, take, now } = await setup();
    const mailer = {
      send: async (mail: Parameters<typeof ports.mailer.send>[0]) => {
        await remove();
        return ports.mailer.send(mail);
      },
    };
    await take.credentials({ userIds: [ada.id] }, { ...ports, mailer });
    expect(now()).toMatchObject({ credentialMail: { state: 'owed' }, deleted: {} });
  });

  test('no licence, no change and no second deletion reaches who is deleted', async () => {
    const { remove, assign, update, refused, restore, now } = await setup();
    await remove();
    const before = now();
    for (const act of [() => assign('ada'), () => update({ city: 'Paris' }), () => remove()]) {
      expect(await refused(act())).toEqual(['NotFound']);
    }
    expect(now()).toEqual(before);
    await restore();
    expect(await refused(restore())).toEqual(['NotFound']);
    expect(await refused(restore({ name: 'nobody' }))).toEqual(['NotFound']);
  });

  test('a repeated request to add who was deleted says so, and neither adds nor shows them', async () => {
    const { ports, remove, refused, memory } = await setup([]);
    const draft = { userPrincipalName: 'eve@contoso.com', displayName: 'Eve' };
    const request = { draft, faults: [], principal: administrator, idempotencyKey: 'k' };
    const { person: eve } = await createPerson(request, ports);
    await remove({ name: 'eve@contoso.com' });
    expect(await refused(createPerson(request, ports))).toEqual(['PersonDeleted Idempotency-Key']);
    const other = { ...request, draft: { ...draft, city: 'Paris' } };
    expect(await refused(createPerson(other, ports))).toEqual(['IdempotencyKeyReused Idempotency-Key']);
    expect(memory.people.size).toBe(1);
    await restorePerson({ userId: eve.id, principal: administrator }, ports);
    expect((await createPerson(request, ports)).person.id).toBe(eve.id);
  });

  test('killed after whichever call and repeated, it is made once, and the seat is served', async () => {
    for (let calls = 1; ; calls += 1) {
      const { assign, remove, ports, now, memory, queue, drain } = await setup([
        ada,
        person('bob', { usageLocation: 'NL' }),
      ]);
      await assign('ada');
      await assign('bob');
      const first = await remove({ own: mortal(ports, new Life(calls)) }).catch((error) => error);
      await remove().catch(() => undefined);
      await queue.queues.sweeps([{ kind: 'sweep' }]);
      await drain();
      expect(now()?.deleted?.licenses).toEqual([{ skuId: e3.skuId }]);
      expect(now('bob')?.assignedLicenses).toEqual([{ skuId: e3.skuId }]);
      expect(memory.skus.get(e3.skuId)?.free).toBe(0);
      if (!(first instanceof Died)) break;
    }
  }, 60_000);
});

describe('a restore', () => {
  test('brings the licence back and mails a new password that works', async () => {
    const { assign, remove, restore, drain, now, mailsTo, told, queue } = await setup();
    await queue.queues.credentials([{ userIds: [ada.id] }]);
    await assign('ada');
    await drain();
    const [first] = mailsTo('ada@example.net').flatMap(passwordsIn);
    await remove();
    const { person: back, seatsToBuy } = await restore();
    expect(back).toMatchObject({ assignedLicenses: [{ skuId: e3.skuId }], mailbox: { state: 'active' } });
    expect(seatsToBuy).toEqual({});
    await drain();
    const passwords = mailsTo('ada@example.net').flatMap(passwordsIn);
    expect(new Set(passwords).size).toBe(2);
    const { password } = now() as Person;
    expect(await verifyPassword(passwords[1] ?? '', password.hash ?? '')).toBe(true);
    expect(await verifyPassword(first ?? '', password.previousHash ?? '')).toBe(true);
    expect(told()).toEqual(['Change user license', 'Delete user', 'Restore user']);
  });

  test('without a seat: back, waiting, with how many to buy', async () => {
    const { assign, remove, restore, drain, directory, now, queue } = await setup([
      ada,
      person('bob', { usageLocation: 'NL' }),
    ]);
    await assign('ada');
    await remove();
    await assign('bob');
    const { person: back, seatsToBuy } = await restore();
    expect(back).toMatchObject({ assignedLicenses: [], mailbox: { state: 'grace' } });
    expect(seatsToBuy).toEqual({ [e3.skuId]: 1 });
    await directory.putSku({ ...e3, enabled: 2 });
    await queue.queues.sweeps([{ kind: 'sweep' }]);
    await drain();
    expect(now()).toMatchObject({ assignedLicenses: [{ skuId: e3.skuId }], mailbox: { state: 'active' } });
  });

  test('to a domain that is no longer the organisation’s is refused, until another name is given', async () => {
    const moved = { ...ada, userPrincipalName: 'ada@former.example' };
    const { remove, restore, refused, ports } = await setup([moved]);
    await remove();
    expect(await refused(restore())).toEqual(['DomainNotVerified newUserPrincipalName']);
    const newUserPrincipalName = 'ada@contoso.com';
    const request = { userId: ada.id, principal: administrator, newUserPrincipalName };
    expect((await restorePerson(request, ports)).person.userPrincipalName).toBe(newUserPrincipalName);
  });
});

describe('the end of 30 days', () => {
  const fromFile = (name: string, rowNumber: number) =>
    person(name, {}, { row: { importId: 'import-1', rowNumber, since: ada.createdDateTime }, createdBy: 'bucket' });

  test('removes the deleted for good, in one sweep or in two at once; every entry of theirs stays', async () => {
    const many = Array.from({ length: 60 }, (_, n) => {
      const one = fromFile(`p${n}`, n + 1);
      return { ...one, id: `0${one.id.slice(1)}` };
    });
    const { queue, drain, clock, memory, ports } = await setup(many.slice(0, 40));
    await ports.directory.addPeople({ people: many.slice(40), seatsFrom: 'free' });
    for (const { id } of many) await deletePerson({ name: id, principal: administrator }, ports);
    clock.pass({ days: 29.9 });
    await queue.queues.sweeps([{ kind: 'sweep' }]);
    await drain();
    expect(memory.people.size).toBe(60);
    clock.pass({ days: 0.2 });
    await queue.queues.sweeps([{ kind: 'sweep' }, { kind: 'sweep' }]);
    await drain({ twice: true });
    expect(memory.people.size).toBe(0);
    for (const { id } of many) {
      const entries = memory.audit.filter(({ target }) => target.id === id);
      expect(entries.map((entry) => entry.activityDisplayName).toSorted()).toEqual([
        'Add user',
        'Delete user',
        'Hard Delete user',
      ]);
      expect(entries.find(({ activityDisplayName }) => activityDisplayName === 'Add user')).toMatchObject({
        activityDateTime: ada.createdDateTime,
        initiatedBy: { id: 'bucket' },
      });
      expect(entries.at(-1)).toMatchObject({ initiatedBy: { kind: 'system', id: 'enforce-policies' } });
    }
  });

  test('leaves those alone who were restored, and lets a longer policy wait', async () => {
    const { remove, restore, clock, drain, queue, now } = await setup([ada, person('bob')]);
    await remove();
    await remove({ name: 'bob' });
    clock.pass({ days: 20 });
    await restore();
    clock.pass({ days: 11 });
    await queue.queues.sweeps([{ kind: 'sweep' }]);
    await drain();
    expect([now()?.deleted, now('bob')]).toEqual([undefined, undefined]);
  });
});
