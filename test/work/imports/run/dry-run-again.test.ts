/** The file of an import, shown again as it is read otherwise: by whom, of which import, and what is applied of it. */
import type { ImportOptions } from '../../../../shared/domain/imports/import-options.ts';
import { Refused } from '../../../../shared/domain/refusals.ts';
import { dryRunAgain } from '../../../../shared/work/imports/run/dry-run-again.ts';
import { applyImport } from '../../../../shared/work/imports/run/manage-imports.ts';
import { contoso, person } from '../../../fakes/people.ts';
import { fileOf, imports } from '../ask-import.ts';
import { newSystem } from '../system.ts';

const file = fileOf('User Name;Voller Name;Ort', ['ada@contoso.com;Ada Lovelace;Delft', 'bob@contoso.com;Bob;Gouda']);
const mapping = { columns: { 'Voller Name': 'displayName', Ort: 'city' } };

const setup = async () => {
  const system = newSystem();
  const { begin, read, finish, apply } = imports(system);
  const personOf = async (name: string, roles: string[]) => {
    const one = { ...person(name, {}, { credentials: 'none' }), roles };
    await system.directory.addPeople({ people: [one], seatsFrom: 'free' });
    return { kind: 'person', id: one.id, displayName: name, roles } as const;
  };
  const ada = await personOf('exga', ['Global Administrator']);
  const eve = await personOf('eve', ['User Administrator']);
  const ports = { ...system.ports, organisation: contoso };
  const again = async (id: string, options: Partial<ImportOptions>, principal: typeof ada | typeof eve = ada) => {
    const job = await dryRunAgain({ id, principal, options }, ports);
    await finish();
    return { id: job.id, ...(await read(job.id)) };
  };
  const run = async (options: Partial<ImportOptions>) => {
    const id = await begin(file, options, ada);
    await finish();
    return { id, ...(await read(id)) };
  };
  return { system, ports, ada, eve, again, run, begin, finish, apply };
};

const codeOf = async (answer: Promise<unknown>) => {
  const error = await answer.catch((reason: unknown) => reason);
  return error instanceof Refused ? error.refusals[0]?.code : 'none';
};

test('a file whose headings were not known is read by a mapping, without a second upload, and applied as it was shown', async () => {
  const { again, run, apply, system } = await setup();
  const refused = await run({ dryRun: true, existingPeople: 'update' });
  expect(refused.job).toMatchObject({ status: 'failed', refusal: { code: 'HeadingsUnknown' } });
  const shown = await again(refused.id, mapping);
  expect(shown.job).toMatchObject({
    ...{ status: 'succeeded', file: refused.job.file, rows: 2 },
    options: { ...mapping, dryRun: true, existingPeople: 'update' },
  });
  expect(system.memory.people.size).toBe(2);
  const applied = await apply(shown.id);
  expect(applied.progress.created).toBe(2);
  expect([...system.memory.people.values()].map(({ city }) => city)).toEqual(
    expect.arrayContaining(['Delft', 'Gouda']),
  );
});

test('each is another one, of the directory as it is by then, and none changes anybody', async () => {
  const { again, run, apply } = await setup();
  const first = await run({ ...mapping, dryRun: true });
  await apply(first.id);
  const second = await again(first.id, {});
  expect(second.id).not.toBe(first.id);
  expect([first.progress.created, second.progress.created, second.progress.unchanged]).toEqual([2, 0, 2]);
});

test('also of an import that did its rows: a dry run it is all the same', async () => {
  const { again, run } = await setup();
  const done = await run(mapping);
  const shown = await again(done.id, { dryRun: false });
  expect(shown.job.options.dryRun).toBe(true);
});

test('what is shown of the file of somebody else has no more rights than both have', async () => {
  const { again, run, eve, system, ada } = await setup();
  const first = await run({ ...mapping, dryRun: true });
  const shown = await again(first.id, {}, eve);
  expect(shown.job).toMatchObject({ status: 'succeeded', owner: { id: eve.id }, shownBy: { id: ada.id } });
  const [before] = await system.directory.readPeople([ada.id]);
  if (before) system.memory.people.set(ada.id, { ...before, accountEnabled: false });
  expect((await again(first.id, {}, eve)).job).toMatchObject({ status: 'failed', refusal: { code: 'OwnerGone' } });
});

test('applied otherwise than it was shown it is refused; when credentials go out may be said anew', async () => {
  const { run, ports, ada, finish, system } = await setup();
  const { id } = await run({ ...mapping, dryRun: true });
  const apply = (options: Parameters<typeof applyImport>[0]['options']) =>
    applyImport({ id, principal: ada, ...(options && { options }) }, ports);
  expect(await codeOf(apply({ columns: { ...mapping.columns, Ort: 'department' } }))).toBe('ReadOtherwise');
  expect(await codeOf(apply({ encoding: 'windows-1252' }))).toBe('ReadOtherwise');
  expect(await codeOf(apply({ sheet: 'People' }))).toBe('ReadOtherwise');
  const applied = await apply({ ...mapping, credentials: 'later' });
  await finish();
  expect((await system.imports.read(applied.id))?.options).toMatchObject({ ...mapping, credentials: 'later' });
});

test('what is not over, is no file, or is not there is not shown again', async () => {
  const { begin, ports, ada, system } = await setup();
  const ask = (id: string) => codeOf(dryRunAgain({ id, principal: ada, options: {} }, ports));
  const id = await begin(file, mapping, ada);
  expect(await ask(id)).toBe('ImportNotOver');
  const job = await system.imports.read(id);
  if (!job) throw new Error('there is no import');
  const { versionId: _version, ...never } = job.file;
  system.memory.jobs.set(id, { ...job, stage: 'settled', file: never });
  expect(await ask(id)).toBe('FileUnavailable');
  system.memory.jobs.set(id, { ...job, stage: 'settled', kind: 'undo' });
  expect(await ask(id)).toBe('FileUnavailable');
  expect(await ask('nothing')).toBe('NotFound');
});
