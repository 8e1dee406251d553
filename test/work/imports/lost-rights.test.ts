/** Whoever was deleted, blocked or demoted since they asked for an import acts by it no more, wherever it stands. */
import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import { deletedPerson } from '../../../shared/domain/people/deletion.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { requestImport } from '../../../shared/work/imports/run/request-import.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, idOf, person } from '../../fakes/people.ts';
import { fileOf, imports } from './ask-import.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { type Delivery, newSystem } from './system.ts';

const headings = 'User Name,Display Name,Roles,Licenses';
const rowOf = (n: number, role = '') => `p${n}@contoso.com,Person ${n},${role},ENTERPRISEPACK`;
const rowsTo = (last: number) => Array.from({ length: last }, (_, index) => rowOf(index + 1));
const backdoor = fileOf(headings, [rowOf(1), rowOf(2, 'Global Administrator')]);

const setup = async ({ seats = 500, roles = ['Global Administrator'] as string[] } = {}) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: seats });
  const ada = { ...person('exga', {}, { credentials: 'none' }), roles };
  await system.directory.addPeople({ people: [ada], seatsFrom: 'free' });
  /** The person as they are from now on. */
  const become = async (change: Partial<Person>) => {
    const [before] = await system.directory.readPeople([ada.id]);
    if (before) system.memory.people.set(ada.id, { ...before, ...change });
  };
  const owner: Principal = { kind: 'person', id: ada.id, displayName: ada.displayName, roles };
  const ask = (options: Partial<ImportOptions> = {}) =>
    requestImport({ fileName: 'people.csv', options, principal: owner }, system.ports);
  const made = () => [...system.memory.people.values()].filter(({ id }) => id !== ada.id);
  /** Of all but the owner, whom `become` changes without what hangs on a person. */
  const problems = async () =>
    (await problemsOf(system)).filter((problem) => !problem.includes('exga') && !problem.includes(ada.id));
  const administrators = () => made().filter((one) => one.roles.length > 0).length;
  return { system, become, owner, ask, made, problems, administrators, ...imports(system) };
};

const blocked = { accountEnabled: false };
const deleted = deletedPerson(person('exga', {}, { credentials: 'none' }), monday);
const ownerGone = { stage: 'settled', status: 'failed', refusal: { code: 'OwnerGone' } };

describe('before its file is read', () => {
  test.each<[string, Partial<Person>]>([
    ['deleted', deleted],
    ['blocked', blocked],
    ['demoted to nobody', { roles: [] }],
    ['demoted below what imports need', { roles: ['Helpdesk Administrator'] }],
  ])(
    'of somebody %s nothing is read, the file is gone and the organisation is told (weakness 1)',
    async (_, change) => {
      const { system, ask, become, made } = await setup();
      const { job } = await ask();
      await become(change);
      const read: string[] = [];
      const { openFile } = system.ports;
      system.ports.openFile = async (file) => {
        read.push(file.key);
        return openFile(file);
      };
      const file = await system.announce(job.file.key, backdoor);
      await system.drain();
      expect(await system.imports.read(job.id)).toMatchObject(ownerGone);
      expect([read, made(), system.files.has(file), system.memory.open.size]).toEqual([[], [], false, 0]);
      expect(system.post.sent.map(({ to }) => to)).toEqual([['admin@contoso.com']]);
      // A delivery that comes late finds it ended.
      await system.announce(job.file.key, backdoor);
      await system.drain();
      expect([read, system.files.has(file)]).toEqual([[], false]);
    },
  );

  test('killed after any of its calls, the import ends so all the same (weakness 1)', async () => {
    for (let calls = 1; ; calls += 1) {
      const { system, ask, become, made } = await setup();
      const { job } = await ask();
      await become(deleted);
      const file = await system.announce(job.file.key, backdoor);
      const life = new Life(calls);
      await system.drain({ life });
      await system.sweepUntilQuiet();
      expect(await system.imports.read(job.id)).toMatchObject(ownerGone);
      expect([made(), system.files.has(file)]).toEqual([[], false]);
      if (!life.isOver) break;
    }
  });

  test('an application whose secret is gone is nobody, and so is an operator whose token was revoked (weakness 1)', async () => {
    const { system, begin, read, finish, made } = await setup();
    const roles = ['Global Administrator'];
    for (const kind of ['application', 'operator'] as const) {
      const id = await begin(backdoor, {}, { kind, id: idOf(kind), displayName: kind, roles, credentialId: 'gone' });
      await finish();
      expect((await read(id)).job).toMatchObject(ownerGone);
    }
    expect([made(), system.memory.open.size]).toEqual([[], 0]);
  });
});

describe('on hold', () => {
  test('seats that are bought after its owner was deleted are not taken (weakness 1)', async () => {
    const { system, ask, become, made, owner } = await setup({ seats: 1 });
    const { job } = await ask({ seatsShort: 'hold' });
    await system.announce(job.file.key, backdoor);
    await system.drain();
    expect(await system.imports.read(job.id)).toMatchObject({ status: 'onHold', owner });
    await become(deleted);
    await system.directory.putSku({ ...e3, enabled: 10 });
    await system.sweepUntilQuiet();
    expect(await system.imports.read(job.id)).toMatchObject(ownerGone);
    expect([made(), await system.directory.readSku(e3.skuId)]).toMatchObject([[], { free: 10, reserved: 0 }]);
  });

  test('nor is it resumed into the rights of who is gone (weaknesses 1, 4)', async () => {
    const { system, ask, become, made, resume, finish } = await setup({ seats: 1 });
    const { job } = await ask({ seatsShort: 'hold' });
    await system.announce(job.file.key, backdoor);
    await system.drain();
    await become(blocked);
    await resume(job.id);
    await finish();
    expect(await system.imports.read(job.id)).toMatchObject(ownerGone);
    expect(made()).toEqual([]);
  });
});

describe('half way', () => {
  const rows = 230;

  /** An import of which the first chunks are done, and the others wait. */
  const halfWay = async (delivery: Delivery = {}) => {
    const all = await setup();
    const { job } = await all.ask();
    const file = await all.system.announce(job.file.key, fileOf(headings, rowsTo(rows)));
    await all.system.drain({ ...delivery, only: ['files'] });
    const chunks = all.system.queue.waiting.splice(0);
    const [first, second, ...others] = chunks;
    all.system.queue.waiting.push(...[first, second].flatMap((one) => one ?? []));
    await all.system.drain({ only: ['rows'] });
    all.system.queue.waiting.push(...others);
    return { ...all, job, file, before: all.made().length };
  };

  test('those who are done stay, the others are not done, and seats come back (weakness 1)', async () => {
    const { system, job, file, become, made, before, read, problems } = await halfWay();
    await become(deleted);
    await system.drain();
    await system.sweepUntilQuiet();
    const { job: over, rows: results, progress } = await read(job.id);
    expect(over).toMatchObject(ownerGone);
    expect([before > 0, before < rows, made().length, results.length, progress.created]).toEqual([
      true,
      true,
      before,
      before,
      before,
    ]);
    expect(await system.directory.readSku(e3.skuId)).toMatchObject({ free: 500 - before, reserved: 0 });
    expect(system.files.has(file)).toBe(false);
    const report = [...system.files.reports.values()].join('');
    expect(report.split('not done')).toHaveLength(rows - before + 1);
    expect(await problems()).toEqual([]);
  });

  test('killed after any of its calls, and delivered twice, it comes to the same (weakness 1)', async () => {
    for (let calls = 1; ; calls += 2) {
      const { system, job, file, become, made, before } = await halfWay();
      await become(deleted);
      const life = new Life(calls);
      await system.drain({ life, twice: true });
      await system.sweepUntilQuiet();
      expect(await system.imports.read(job.id)).toMatchObject(ownerGone);
      expect([made().length, system.files.has(file)]).toEqual([before, false]);
      expect(await system.directory.readSku(e3.skuId)).toMatchObject({ free: 500 - before, reserved: 0 });
      if (!life.isOver) break;
    }
  }, 120_000);

  test('whatever is lost of what remains, the sweep brings it to its end (weakness 1)', async () => {
    const { system, job, become, made, before, problems } = await halfWay();
    await become(deleted);
    await system.drain({ isLost: () => true });
    await system.sweepUntilQuiet();
    expect(await system.imports.read(job.id)).toMatchObject(ownerGone);
    expect([made().length, await problems()]).toEqual([before, []]);
  });

  test('somebody who is there again before the rest is looked at goes on', async () => {
    const { system, job, become, made } = await halfWay();
    await become(blocked);
    await become({ accountEnabled: true });
    await system.drain();
    await system.sweepUntilQuiet();
    expect(await system.imports.read(job.id)).toMatchObject({ status: 'succeeded' });
    expect(made()).toHaveLength(rows);
  });

  test('it can be undone, and not resumed (weakness 1)', async () => {
    const { system, job, become, made, undo, resume } = await halfWay();
    await become(deleted);
    await system.drain();
    await system.sweepUntilQuiet();
    await expect(resume(job.id)).rejects.toThrow('ImportNotResumable');
    expect((await undo(job.id)).job.status).toBe('succeeded');
    expect(made().filter((one) => !one.deleted)).toEqual([]);
  });
});

describe('with fewer roles', () => {
  test('rows that give what their owner may not give any more are refused, the others are done (weakness 1)', async () => {
    const { system, ask, become, administrators, made, read } = await setup();
    const { job } = await ask();
    await system.announce(job.file.key, backdoor);
    await become({ roles: ['User Administrator'] });
    await system.drain();
    await system.sweepUntilQuiet();
    const { rows, job: over } = await read(job.id);
    expect(rows.map(({ outcome, code }) => code ?? outcome)).toEqual(['created', 'RoleNotYours']);
    expect([over.status, administrators(), made().length]).toEqual(['succeeded', 0, 1]);
    expect(await system.directory.readSku(e3.skuId)).toMatchObject({ free: 499, reserved: 0 });
  });

  test('a row is judged when it is written, not when it was planned (weakness 1)', async () => {
    const { system, ask, become, administrators, read } = await setup();
    const { job } = await ask();
    await system.announce(job.file.key, backdoor);
    await system.drain({ only: ['files'] });
    await become({ roles: ['User Administrator'] });
    await system.drain();
    expect((await read(job.id)).rows.map(({ code }) => code)).toEqual([undefined, 'RoleNotYours']);
    expect(administrators()).toBe(0);
  });

  test('more roles than it was asked for with count for nothing (weakness 1)', async () => {
    const { system, ask, become, administrators } = await setup({ roles: ['User Administrator'] });
    const { job } = await ask();
    await become({ roles: ['Global Administrator'] });
    await system.announce(job.file.key, backdoor);
    await system.drain();
    expect(administrators()).toBe(0);
  });

  test('an administrator is not changed by whoever may not touch them any more (weakness 1)', async () => {
    const { system, run, begin, become, owner, read, finish } = await setup();
    await run(fileOf('User Name,Display Name,Roles', ['pat@contoso.com,Pat,Privileged Role Administrator']));
    const id = await begin(
      fileOf('User Name,Display Name,City', ['pat@contoso.com,Pat,Delft']),
      { existingPeople: 'update' },
      owner,
    );
    await system.drain({ only: ['files'] });
    await become({ roles: ['User Administrator'] });
    await finish();
    expect((await read(id)).rows.map(({ code }) => code)).toEqual(['PersonProtected']);
  });

  test('a dry run shows what would be refused now, and ends where its owner is gone (weakness 1)', async () => {
    const { run, become, owner, begin, finish, read } = await setup();
    await become({ roles: ['User Administrator'] });
    const shown = await run(backdoor, { dryRun: true }, owner);
    expect(shown.rows.map(({ outcome, code }) => code ?? outcome)).toEqual(['created', 'RoleNotYours']);
    const id = await begin(backdoor, { dryRun: true }, owner);
    await become(deleted);
    await finish();
    expect((await read(id)).job).toMatchObject(ownerGone);
  });
});
