/** Whoever resumes, applies or undoes acts with their own rights at most, and decides nothing for whoever may do more. */
import type { Principal } from '../../../shared/domain/principal.ts';
import { applyImport, resumeImport, undoImport } from '../../../shared/work/imports/run/manage-imports.ts';
import { administrator, person } from '../../fakes/people.ts';
import { fileOf, imports } from './ask-import.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { newSystem } from './system.ts';

const headings = 'User Name,Display Name,Roles,City';
const file = fileOf(headings, [
  'zoe@contoso.com,Zoe,,Delft',
  'zga@contoso.com,Zga,Global Administrator,Delft',
  'zus@contoso.com,Zus,,Delft',
]);

const setup = async () => {
  const system = newSystem();
  const own = person('una', {}, { credentials: 'none' });
  const una = { ...own, roles: ['User Administrator'] };
  // Somebody has to stay who can act as Global Administrator.
  const root = { ...person('root', {}, { credentials: 'none' }), roles: ['Global Administrator'] };
  await system.directory.addPeople({ people: [una, root], seatsFrom: 'free' });
  const user: Principal = { kind: 'person', id: una.id, displayName: 'Una', roles: una.roles };
  const other: Principal = { ...administrator, id: 'other' };
  const all = imports(system);
  const act = async (action: typeof undoImport, id: string, principal: Principal) => {
    const job = await action({ id, principal }, system.ports);
    await all.finish();
    const { rows, ...read } = await all.read(job.id);
    return { id: job.id, ...read, outcomes: rows.map(({ outcome, code }) => code ?? outcome) };
  };
  const demote = () => system.memory.people.set(una.id, { ...una, roles: [] });
  /** Of all whom imports made. */
  const problems = async () => (await problemsOf(system)).filter((problem) => !/^(una|root)@/.test(problem));
  const named = (name: string) => system.directory.findByUserName(`${name}@contoso.com`);
  return { system, user, other, act, demote, named, problems, ...all };
};

describe('resumed', () => {
  const stopped = async () => {
    const all = await setup();
    const { id } = await all.run(fileOf(headings, ['no one@contoso.com,X,,', ...file.split('\n').slice(1)]), {
      stopAfterRefusals: 1,
    });
    return { ...all, id };
  };

  test('by somebody who may do less, it gives no role that they may not give (weakness 4)', async () => {
    const { act, id, user, named } = await stopped();
    const { job, outcomes } = await act(resumeImport, id, user);
    expect(outcomes).toEqual(['UserNameIllegal', 'created', 'RoleNotYours', 'created']);
    expect([job.owner, job.resumedBy, await named('zga')]).toEqual([administrator, user, undefined]);
  });

  test('by somebody who may do more, it does what its owner may (weakness 4)', async () => {
    const { user, other, begin, cancel, finish, act, named, problems } = await setup();
    const id = await begin(file, {}, user);
    await cancel(id);
    await finish();
    expect((await act(resumeImport, id, other)).outcomes).toEqual(['created', 'RoleNotYours', 'created']);
    expect([await named('zga'), await problems()]).toEqual([undefined, []]);
  });

  test('by somebody who is demoted then, it ends (weaknesses 1, 4)', async () => {
    const { system, id, user, demote, read, finish, named } = await stopped();
    await resumeImport({ id, principal: user }, system.ports);
    demote();
    await finish();
    expect((await read(id)).job).toMatchObject({ status: 'failed', refusal: { code: 'OwnerGone' } });
    expect(await named('zoe')).toBeUndefined();
  });
});

describe('undone', () => {
  test('what one may not take back another one may, and each row once (weakness 10)', async () => {
    const { run, act, user, other, named } = await setup();
    const { id } = await run(file);
    const first = await act(undoImport, id, user);
    expect(first.outcomes).toEqual(['deleted', 'PersonProtected', 'deleted']);
    expect((await act(undoImport, id, user)).id).toBe(first.id);
    const second = await act(undoImport, id, administrator);
    expect([second.job.follows, second.outcomes]).toEqual([[first.id], ['unchanged', 'deleted', 'unchanged']]);
    expect(await named('zga')).toBeUndefined();
    // Nothing is left to do: everybody gets the one that holds.
    for (const asker of [administrator, other]) expect((await act(undoImport, id, asker)).id).toBe(second.id);
    expect((await act(undoImport, id, user)).id).toBe(first.id);
  });

  test('a row that was taken back, and done again by hand, is left alone by who comes after (weakness 10)', async () => {
    const { system, run, act, user, named } = await setup();
    await run(file);
    const changed = await run(file.replaceAll('Delft', 'Gouda'), { existingPeople: 'update' });
    const first = await act(undoImport, changed.id, user);
    expect(first.outcomes).toEqual(['updated', 'PersonProtected', 'updated']);
    const zoe = await named('zoe');
    if (!zoe) throw new Error('nobody is there');
    system.memory.people.set(zoe.id, { ...zoe, city: 'Gouda' });
    const second = await act(undoImport, changed.id, administrator);
    expect(second.outcomes).toEqual(['unchanged', 'updated', 'unchanged']);
    expect([(await named('zoe'))?.city, (await named('zga'))?.city]).toEqual(['Gouda', 'Delft']);
  });

  test('one whose owner was demoted half way is left to others, also to the same person later (weaknesses 1, 10)', async () => {
    const { system, run, act, user, demote, finish, read } = await setup();
    const { id } = await run(file);
    const { id: first } = await undoImport({ id, principal: user }, system.ports);
    demote();
    await finish();
    expect((await read(first)).job).toMatchObject({ status: 'failed', refusal: { code: 'OwnerGone' } });
    const second = await act(undoImport, id, administrator);
    expect([second.id === first, second.outcomes]).toEqual([false, ['deleted', 'deleted', 'deleted']]);
  });

  test('one that was cancelled does not go on beside the next one (weakness 10)', async () => {
    const { system, run, act, user, finish, cancel } = await setup();
    const { id } = await run(file);
    const { id: first } = await undoImport({ id, principal: user }, system.ports);
    await cancel(first);
    await finish();
    expect((await act(undoImport, id, administrator)).job.status).toBe('succeeded');
    await expect(resumeImport({ id: first, principal: user }, system.ports)).rejects.toThrow('ImportNotResumable');
  });

  test('killed after any of its calls, the second try comes to the same (weakness 10)', async () => {
    for (let calls = 1; ; calls += 1) {
      const { system, run, act, user, read, named, problems } = await setup();
      const { id } = await run(file);
      await act(undoImport, id, user);
      const life = new Life(calls);
      const job = await undoImport({ id, principal: administrator }, system.ports);
      await system.drain({ life, twice: true });
      await system.sweepUntilQuiet();
      expect((await read(job.id)).rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'deleted', 'unchanged']);
      expect([await named('zga'), await problems()]).toEqual([undefined, []]);
      if (!life.isOver) break;
    }
  });

  test('the import of somebody who is gone is undone with the rights of whoever asks', async () => {
    const { run, act, user, demote } = await setup();
    const { id } = await run(fileOf(headings, ['zoe@contoso.com,Zoe,,Delft']), {}, user);
    demote();
    expect((await act(undoImport, id, administrator)).outcomes).toEqual(['deleted']);
  });
});

describe('applied', () => {
  test('what one may not do another one may, and each row once (weakness 10)', async () => {
    const { run, act, user, other, named, problems } = await setup();
    const { id } = await run(file, { dryRun: true });
    const first = await act(applyImport, id, user);
    expect([first.job.shownBy, first.outcomes]).toEqual([administrator, ['created', 'RoleNotYours', 'created']]);
    expect((await act(applyImport, id, user)).id).toBe(first.id);
    const second = await act(applyImport, id, administrator);
    expect([second.job.follows, second.outcomes]).toEqual([[first.id], ['unchanged', 'created', 'unchanged']]);
    expect((await named('zga'))?.roles).toEqual(['Global Administrator']);
    for (const asker of [administrator, other]) expect((await act(applyImport, id, asker)).id).toBe(second.id);
    expect(await problems()).toEqual([]);
  });

  test('somebody who was created and removed since does not come back by the next try (weakness 10)', async () => {
    const { run, act, user, named, system } = await setup();
    const { id } = await run(file, { dryRun: true });
    await act(applyImport, id, user);
    const zoe = await named('zoe');
    system.memory.people.delete(zoe?.id ?? '');
    system.memory.names.delete('zoe@contoso.com');
    expect((await act(applyImport, id, administrator)).outcomes).toEqual(['unchanged', 'created', 'unchanged']);
    expect(await named('zoe')).toBeUndefined();
  });

  test("nobody is made with more than the dry run's owner may now (weaknesses 1, 4)", async () => {
    const { run, act, user, named } = await setup();
    const shown = await run(file, { dryRun: true }, user);
    expect(shown.rows.map(({ code }) => code)).toEqual([undefined, 'RoleNotYours', undefined]);
    expect((await act(applyImport, shown.id, administrator)).outcomes).toEqual(['created', 'RoleNotYours', 'created']);
    expect(await named('zga')).toBeUndefined();
  });
});
