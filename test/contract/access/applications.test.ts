/** An application is written only as long as nobody else wrote since it was read. */
import type { Application } from '../../../shared/domain/access/application.ts';
import { auditOfApplication } from '../../../shared/domain/access/application.ts';
import { systemActor } from '../../../shared/domain/principal.ts';
import type { Refused } from '../../../shared/domain/refusals.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import {
  addApplication,
  addPassword,
  removeApplication,
  removePassword,
} from '../../../shared/work/access/manage-applications.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

const application = (name: string, second = 0): Application => ({
  id: idOf(name),
  displayName: name,
  roles: ['User Administrator'],
  createdDateTime: addSeconds(monday, second),
  secrets: [],
  version: 1,
});

const audit = (before?: Application, after?: Application) =>
  auditOfApplication(
    { before, after },
    { id: idOf('entry'), now: monday, activity: 'Update application', initiatedBy: systemActor('test') },
  );

onEveryStore((open) => {
  const setup = async () => {
    const { applications } = await open();
    const add = (after: Application) => applications.write({ after, audit: audit(undefined, after) });
    const change = (before: Application, after: Application) =>
      applications.write({ before, after, audit: audit(before, after) });
    const remove = (before: Application) => applications.write({ before, audit: audit(before) });
    return { applications, add, change, remove, ports: { applications, now: () => monday } };
  };

  test('an application is read as it was added, once', async () => {
    const { applications, add } = await setup();
    const app = application('sync');
    expect(await add(app)).toBe('written');
    expect(await add({ ...app, displayName: 'other' })).toBe('stale');
    expect(await applications.read(app.id)).toEqual(app);
    expect(await applications.read(idOf('nobody'))).toBeUndefined();
  });

  test('who read earlier loses, and changes nothing', async () => {
    const { applications, add, change, remove } = await setup();
    const app = application('sync');
    await add(app);
    expect(await change(app, { ...app, displayName: 'first' })).toBe('written');
    expect(await change(app, { ...app, displayName: 'second' })).toBe('stale');
    expect(await remove(app)).toBe('stale');
    expect(await applications.read(app.id)).toEqual({ ...app, displayName: 'first', version: 2 });
  });

  test('what is removed is gone from the list too, and no change brings it back', async () => {
    const { applications, add, change, remove } = await setup();
    const [app, other] = [application('sync'), application('other', 1)];
    await add(app);
    await add(other);
    expect(await remove(app)).toBe('written');
    expect(await change(app, { ...app, displayName: 'back' })).toBe('stale');
    expect(await remove(app)).toBe('stale');
    expect(await applications.list({ top: 1 })).toEqual({ applications: [other] });
  });

  test('pages list them in the order of their creation', async () => {
    const { applications, add } = await setup();
    const all = Array.from({ length: 5 }, (_, n) => application(`app ${n}`, n));
    await Promise.all(all.toReversed().map(add));
    const pages: Application[][] = [];
    for (let after: string | undefined; pages.length < 9; ) {
      const page = await applications.list({ top: 2, ...(after !== undefined && { after }) });
      pages.push(page.applications);
      after = page.next;
      if (after === undefined) break;
    }
    expect(pages.flat()).toEqual(all);
    expect(pages.slice(0, 2).map(({ length }) => length)).toEqual([2, 2]);
  });

  const codeOf = (outcome: PromiseSettledResult<unknown>) =>
    outcome.status === 'fulfilled' ? 'done' : (outcome.reason as Refused).refusals[0]?.code;

  test('of many who add the last secret at once, one does', async () => {
    const { applications, ports } = await setup();
    const { id } = await addApplication({ displayName: 'sync', roles: [], principal: administrator }, ports);
    const asked = { id, principal: administrator };
    const { secret } = await addPassword(asked, ports);
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => addPassword(asked, ports)));
    expect(outcomes.map(codeOf).sort()).toEqual([
      'ClientSecretLimit',
      'ClientSecretLimit',
      'ClientSecretLimit',
      'done',
    ]);
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.secret] : []));
    expect((await applications.read(id))?.secrets).toEqual([secret, ...won]);
  });

  test('who removes one secret and who adds another at once both get their way', async () => {
    const { applications, ports } = await setup();
    const { id } = await addApplication({ displayName: 'sync', roles: [], principal: administrator }, ports);
    const asked = { id, principal: administrator };
    const { secret } = await addPassword(asked, ports);
    const [, added] = await Promise.all([
      removePassword({ ...asked, keyId: secret.keyId }, ports),
      addPassword(asked, ports),
    ]);
    expect((await applications.read(id))?.secrets).toEqual([added.secret]);
  });

  test('an application that is removed while it gets a secret is gone, whoever was first', async () => {
    const { applications, ports } = await setup();
    for (let round = 0; round < 5; round += 1) {
      const { id } = await addApplication({ displayName: 'sync', roles: [], principal: administrator }, ports);
      const asked = { id, principal: administrator };
      const outcomes = await Promise.allSettled([addPassword(asked, ports), removeApplication(asked, ports)]);
      expect(['done', 'NotFound']).toContain(codeOf(outcomes[0]));
      expect(codeOf(outcomes[1])).toBe('done');
      expect(await applications.read(id)).toBeUndefined();
    }
    expect((await applications.list({ top: 10 })).applications).toEqual([]);
  });
});
