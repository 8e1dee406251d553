/** People deleted: what they give up, and what does not reach them any more. */
import { createPerson } from '../../../shared/work/people/create-person.ts';
import { restorePerson } from '../../../shared/work/people/restore-person.ts';
import { administrator, e3, person } from '../../fakes/people.ts';
import { Died, Life, mortal } from '../imports/mortal.ts';
import { ada, setup } from './life-setup.ts';

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
    expect(now()).toMatchObject({ credentialMail: { state: 'owed' }, pendingNotices: [], version: 3 });
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
