/** Imports as somebody asks for them: a file with options, and what can be done with it afterwards. */
import { newImportJob } from '../../../shared/domain/imports/import-job.ts';
import { defaultOptions, type ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import type { RowResult } from '../../../shared/domain/imports/import-progress.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import {
  applyImport,
  cancelImport,
  resumeImport,
  undoImport,
} from '../../../shared/work/imports/run/manage-imports.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import type { Delivery, System } from './system.ts';

/** The file of these rows, below the headings. */
export const fileOf = (headings: string, rows: readonly string[]): string => [headings, ...rows].join('\n');

/** What a test does with imports of a system. */
export const imports = (system: System, delivery: () => Delivery = () => ({})) => {
  const finish = async () => {
    await system.drain(delivery());
    await system.sweepUntilQuiet(delivery());
  };
  const read = async (id: string) => {
    const job = await system.imports.read(id);
    if (!job) throw new Error('there is no such import');
    return { job, progress: await system.imports.progress(id), rows: await rowsOf(id) };
  };
  const rowsOf = async (id: string): Promise<RowResult[]> => {
    const all: RowResult[] = [];
    for await (const rows of system.imports.results(id)) all.push(...rows);
    return all;
  };
  /** Has the import begun, with its first step in the queue. */
  const begin = async (
    content: string,
    options: Partial<ImportOptions> = {},
    owner: Principal = administrator,
  ): Promise<string> => {
    const files = system.memory.jobs.size + 1;
    const file = { bucket: 'files', key: `people-${files}.csv`, versionId: '1' };
    system.files.put(file, content);
    const id = idOf(`import ${files}`);
    await system.imports.begin(
      newImportJob({ id, file, options: { ...defaultOptions, ...options }, owner }, system.clock.now()),
    );
    await system.ports.queues.files([{ kind: 'continueImport', importId: id }]);
    return id;
  };
  const asked = (id: string) => ({ id, principal: administrator });
  return {
    begin,
    read,
    finish,
    /** Imports to the end. */
    run: async (content: string, options: Partial<ImportOptions> = {}, owner: Principal = administrator) => {
      const id = await begin(content, options, owner);
      await finish();
      return { id, ...(await read(id)) };
    },
    apply: async (id: string) => {
      const job = await applyImport(asked(id), system.ports);
      await finish();
      return { id: job.id, ...(await read(job.id)) };
    },
    undo: async (id: string) => {
      const job = await undoImport(asked(id), system.ports);
      await finish();
      return { id: job.id, ...(await read(job.id)) };
    },
    cancel: (id: string) => cancelImport(asked(id), system.ports),
    resume: (id: string) => resumeImport(asked(id), system.ports),
  };
};
