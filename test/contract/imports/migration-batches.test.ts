/** Migration batches as they are kept: one of two who mark a batch at once wins, and what is off the list stays an import. */
import { newImportJob } from '../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../shared/domain/imports/import-options.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { resumeImport } from '../../../shared/work/imports/run/manage-imports.ts';
import { completeBatch, stopBatch } from '../../../shared/work/migrations/manage-batches.ts';
import { tendBatches } from '../../../shared/work/migrations/tend-batches.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { newSystem } from '../../work/imports/system.ts';
import { staged } from '../../work/migrations/ask-batch.ts';
import { onEveryStore } from '../stores.ts';

const batch = (name: string, seconds = 0) =>
  newImportJob(
    {
      id: idOf(name),
      file: { bucket: 'files', key: `${name}.csv`, versionId: '1' },
      options: defaultOptions,
      owner: administrator,
      migration: { ...staged, displayName: name },
      stage: 'uploading',
    },
    addSeconds(monday, seconds),
  );

onEveryStore((open) => {
  test('batches are listed newest first, in pages, with their marks; other imports are none', async () => {
    const { imports, batches } = await open();
    for (const [place, name] of ['one', 'two', 'three'].entries()) await imports.begin(batch(name, place));
    const { migration: _none, ...other } = batch('other', 9);
    await imports.begin(other);
    expect(await batches.mark(batch('two', 1), { version: 0 }, { stoppedDateTime: monday })).toBe(true);
    const first = await batches.list({ top: 2 });
    const rest = await batches.list({ top: 2, ...(first.next !== undefined && { after: first.next }) });
    const all = [...first.batches, ...rest.batches];
    expect(all.map(({ job }) => job.migration?.displayName)).toEqual(['three', 'two', 'one']);
    expect(all.map(({ marks }) => marks.stoppedDateTime)).toEqual([undefined, monday, undefined]);
    expect(all.map(({ job }) => job.owner.id)).toEqual(Array(3).fill(administrator.id));
  });

  test('of two who mark a batch at once one wins, also the second time; off the list it stays an import', async () => {
    const { imports, batches } = await open();
    const job = batch('one');
    await imports.begin(job);
    const first = [{ stoppedDateTime: monday }, { finalizedDateTime: monday }];
    const ends = await Promise.all(first.map((after) => batches.mark(job, { version: 0 }, after)));
    expect(ends.toSorted()).toEqual([false, true]);
    const before = await batches.marks(job.id);
    expect(before.version).toBe(1);
    const removal = { ...before, removedDateTime: monday };
    expect(await batches.mark(job, before, removal)).toBe(true);
    expect(await batches.mark(job, before, removal)).toBe(false);
    expect((await batches.list({ top: 10 })).batches).toEqual([]);
    expect((await imports.read(job.id))?.migration?.displayName).toBe('one');
    expect(await batches.marks(job.id)).toEqual({ ...removal, version: 2 });
  });

  test('somebody who starts a batch and whoever binds its file at once: the start is not lost', async () => {
    const { imports, synchronization } = await open();
    const job = batch('one');
    await imports.begin(job);
    const { queues } = fakeQueues();
    const ports = { imports, synchronization, queues, now: () => monday };
    // Whoever binds the file has read the batch before it was started.
    const bound = { ...job, stage: 'waiting' as const };
    const [, isBound] = await Promise.all([
      resumeImport({ id: job.id, principal: administrator }, ports).catch(() => undefined),
      imports.advance(job, bound),
    ]);
    const now = await imports.read(job.id);
    if (!isBound) expect(now).toMatchObject({ stage: 'uploading', migration: { startedBy: 1 } });
    // The start came too late for what it had read: whoever asks again starts it.
    if (isBound && now?.stage === 'waiting') await resumeImport({ id: job.id, principal: administrator }, ports);
    if (isBound) expect(await imports.read(job.id)).toMatchObject({ stage: 'planning', migration: { startedBy: 1 } });
    expect(await imports.advance(job, bound)).toBe(false);
  });

  test('two complete a batch that a third one stops: it is one of both, and told once', async () => {
    const { imports, batches, synchronization } = await open();
    const job = { ...batch('one'), stage: 'settled' as const, status: 'succeeded' as const, rows: 0 };
    await imports.begin(job);
    const system = newSystem({ stores: { imports, batches, synchronization } });
    const asked = { id: job.id, principal: administrator };
    const ends = await Promise.allSettled([
      completeBatch(asked, system.ports),
      stopBatch(asked, system.ports),
      completeBatch(asked, system.ports),
    ]);
    const marks = await batches.marks(job.id);
    const isCompleted = marks.finalizedDateTime !== undefined;
    expect(isCompleted).not.toBe(marks.stoppedDateTime !== undefined);
    expect(ends.map(({ status }) => status)).toEqual(
      isCompleted ? ['fulfilled', 'rejected', 'fulfilled'] : ['rejected', 'fulfilled', 'rejected'],
    );
    await system.drain();
    await tendBatches(system.ports);
    await system.drain();
    const final = system.post.sent.filter(({ subject }) => subject.includes('is complete'));
    expect(final).toHaveLength(isCompleted ? 1 : 0);
  });
});
