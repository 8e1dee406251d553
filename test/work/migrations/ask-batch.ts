/** Migration batches as somebody asks for them, on a system in memory. */

import { batchStatusOf } from '../../../shared/domain/imports/batch-state.ts';
import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import type { Migration } from '../../../shared/domain/migrations/migration.ts';
import { requestImport } from '../../../shared/work/imports/run/request-import.ts';
import { batchOf } from '../../../shared/work/migrations/manage-batches.ts';
import { administrator } from '../../fakes/people.ts';
import { imports } from '../imports/ask-import.ts';
import type { System } from '../imports/system.ts';

export const staged: Migration = {
  type: 'exchangeStaged',
  displayName: 'Finance',
  notificationEmails: ['migration@contoso.com'],
  autoStart: true,
  autoComplete: false,
};

/** What a test does with batches of a system. */
export const batches = (system: System) => {
  const all = imports(system);
  const asked = (id: string) => ({ id, principal: administrator });
  /** Asks for a batch; its file is still to come. */
  const request = async (migration: Partial<Migration> = {}, options: Partial<ImportOptions> = {}) => {
    const whole = { ...staged, ...migration };
    const wanted = { fileName: 'batch.csv', options, principal: administrator, migration: whole };
    return (await requestImport(wanted, system.ports)).job;
  };
  const upload = async (job: Awaited<ReturnType<typeof request>>, content: string) => {
    await system.announce(job.file.key, content);
    await system.drain();
  };
  const run = async (content: string, migration: Partial<Migration> = {}, options: Partial<ImportOptions> = {}) => {
    const job = await request(migration, options);
    await upload(job, content);
    return job.id;
  };
  const statusOf = async (id: string) => {
    const { job, marks, progress } = await batchOf(id, system.ports);
    return batchStatusOf(job, progress, marks);
  };
  const sweep = async () => {
    await system.ports.queues.sweeps([{ kind: 'sweep' }]);
    await system.drain();
  };
  return { ...all, importFile: all.run, asked, request, upload, run, statusOf, sweep };
};
