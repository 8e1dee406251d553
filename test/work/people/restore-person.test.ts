/** People restored, or removed for good. */

import type { Person } from '../../../shared/domain/person.ts';
import { deletePerson } from '../../../shared/work/people/delete-person.ts';
import { restorePerson } from '../../../shared/work/people/restore-person.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import { administrator, e3, person } from '../../fakes/people.ts';
import { ada, setup } from './life-setup.ts';

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
    expect(seatsToBuy).toEqual([]);
    await drain();
    const passwords = mailsTo('ada@example.net').flatMap(passwordsIn);
    expect(new Set(passwords).size).toBe(2);
    const { password } = now() as Person;
    expect(await verifyCheaply(passwords[1] ?? '', password.hash ?? '')).toBe(true);
    expect(await verifyCheaply(first ?? '', password.previousHash ?? '')).toBe(true);
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
    expect(seatsToBuy).toEqual([{ skuId: e3.skuId, skuPartNumber: e3.skuPartNumber, seats: 1 }]);
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
