/** An import ends before any of its rows was sent. */
import type { ImportJob, ImportStatus } from '../../domain/imports/import-job.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { forgetUpload } from './forget-upload.ts';
import { endEntries } from './import-entries.ts';
import type { ImportPorts } from './import-setting.ts';
import type { StepEnd } from './step-end.ts';

type EndPorts = Pick<ImportPorts, 'imports' | 'queues' | 'deleteUpload' | 'now'>;

/** Ends an import that has no seat and no row in hand, and has its owner told. */
export const endImport = async (
  job: ImportJob,
  { status, refusal }: { status: ImportStatus; refusal?: Refusal },
  ports: EndPorts,
): Promise<StepEnd> => {
  const { imports, queues, now } = ports;
  // First: after a crash in between it is still to be ended.
  if (refusal?.code === 'OwnerGone') await forgetUpload(job, ports);
  const at = now();
  const end = { stage: 'settled', status, completedDateTime: at, lastStepDateTime: at } as const;
  const after: ImportJob = { ...job, ...end, ...(refusal && { refusal }) };
  // One that was resumed may have done rows before.
  const progress = job.resumptions > 0 ? await imports.progress(job.id) : undefined;
  await imports.advance(job, after, endEntries(job, after, progress, at));
  // Of a file that never came there is nothing to tell.
  if (job.stage === 'uploading') await imports.close(job.id);
  else await queues.notices([{ kind: 'importResults', importId: job.id }]);
  return 'next';
};
