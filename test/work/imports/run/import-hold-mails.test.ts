/** The owner of an import on hold hears that it waits: once, and rather twice than never. */
import type { ImportedFile } from '../../../../shared/domain/imports/import-job.ts';
import type { ImportOptions } from '../../../../shared/domain/imports/import-options.ts';
import { MailDelayed } from '../../../../shared/work/mailing/mailer.ts';
import { e3 } from '../../../fakes/people.ts';
import { Died, Life, mortal } from '../mortal.ts';
import { file, rowOf, rowsTo, setup } from '../told-imports.ts';

const setupHeld = async (options: Partial<ImportOptions> = {}) => {
  const held = await setup(10);
  const id = await held.begin(file([...rowsTo(12), rowOf(13, 'EMS')]), { seatsShort: 'hold', ...options });
  return { ...held, id };
};

test('an import on hold is told once when it begins to wait, with what to buy, and again when it is done', async () => {
  const { system, id, told, deliver, finish } = await setupHeld();
  await system.drain();
  expect(told().map(({ subject, to }) => [subject, ...to])).toEqual([
    ['The import of people-1.csv waits for licences', 'admin@contoso.com'],
  ]);
  const [mail] = told();
  expect(mail?.text).toContain('13 rows');
  expect(mail?.text).toContain('ENTERPRISEPACK: 2\n');
  expect(mail?.text).not.toContain('EMS');
  expect(mail?.text).toContain(`POST /v1.0/imports/${id}/resume`);
  await deliver(id);
  await system.queues.sweeps([{ kind: 'imports' }]);
  await system.drain();
  expect(told()).toHaveLength(1);
  expect(await system.imports.isOpen(id)).toBe(true);
  await system.directory.putSku({ ...e3, enabled: 12 });
  await system.queues.sweeps([{ kind: 'waiting', skuId: e3.skuId }]);
  await finish();
  expect(told().map(({ subject }) => subject)).toEqual([
    'The import of people-1.csv waits for licences',
    'Import of people-1.csv: 13 created',
  ]);
});

test('an import on hold whose file is gone ends, and its owner is told: no seats could make it go on', async () => {
  const { system, id, told, finish } = await setupHeld();
  await system.drain();
  const { file: announced } = (await system.imports.read(id)) ?? {};
  system.files.remove(announced as ImportedFile);
  await system.queues.sweeps([{ kind: 'imports' }]);
  await finish();
  expect(await system.imports.read(id)).toMatchObject({ status: 'failed', refusal: { code: 'FileUnavailable' } });
  expect(told()[1]?.text).toContain('The file was changed or deleted before it was read to its end. Upload it again.');
  expect(await system.imports.isOpen(id)).toBe(false);
});

test.each(['delayed', 'lost'])('an import on hold whose mail is %s is told by the sweep', async (fate) => {
  const { system, told } = await setupHeld();
  system.post.answer = () => {
    throw new MailDelayed('Throttling');
  };
  await system.drain(fate === 'lost' ? { isLost: (body) => body.includes('importResults') } : {});
  system.post.answer = () => 'sent';
  expect(told()).toHaveLength(0);
  await system.queues.sweeps([{ kind: 'imports' }]);
  await system.drain();
  expect(told()).toHaveLength(1);
});

test('an import on hold is told again rather than not at all when a delivery dies between mail and mark', async () => {
  const { system, id, told, deliver } = await setupHeld();
  await system.drain({ only: ['files'] });
  let calls = 1;
  for (; told().length === 0; calls += 1) {
    await expect(deliver(id, mortal(system.ports, new Life(calls)))).rejects.toThrow(Died);
  }
  expect((await system.imports.read(id))?.isOwnerNotifiedOfHold).toBeUndefined();
  await deliver(id);
  expect(told()).toHaveLength(2);
  await deliver(id);
  expect(told()).toHaveLength(2);
});

test('an import on hold is not told of seats that are there by now', async () => {
  const { system, id, told, deliver } = await setupHeld();
  await system.drain({ only: ['files'] });
  await system.directory.putSku({ ...e3, enabled: 12 });
  await deliver(id);
  expect(told()).toHaveLength(0);
});

test('an import on hold that went on while it was told is left as it is', async () => {
  const { system, id, read, deliver } = await setupHeld();
  await system.drain({ only: ['files'] });
  let gone: Promise<unknown> = Promise.resolve();
  system.post.answer = () => {
    const job = system.memory.jobs.get(id);
    if (job) gone = system.imports.advance(job, { ...job, stage: 'sending', status: 'running' });
    return 'sent';
  };
  await deliver(id);
  await gone;
  expect((await read(id)).job).toMatchObject({ stage: 'sending', status: 'running' });
});

test('an import on hold is told anew when it waits again after it was cancelled and resumed', async () => {
  const { system, id, told, cancel, resume } = await setupHeld();
  await system.drain();
  await cancel(id);
  await system.drain();
  expect(told().at(-1)?.subject).toBe('The import of people-1.csv was cancelled');
  expect(told().at(-1)?.text).toMatch(/13 rows were not done\..*Nobody was added/s);
  expect(told().at(-1)?.text).not.toContain('/undo');
  await resume(id);
  await system.drain();
  expect(told().map(({ subject }) => subject.includes('waits'))).toEqual([true, false, true]);
});
