/** Whether an import goes on sending its rows. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { actingPrincipal } from '../acting-principal.ts';
import type { ImportPorts } from '../import-setting.ts';

/** Whether somebody wants it to stop, or nobody stands behind it any more, which is then noted for its end. */
export const isToStop = async (job: ImportJob, ports: ImportPorts): Promise<boolean> => {
  if (await ports.imports.isCancelled(job.id)) return true;
  if (await actingPrincipal(job, ports)) return false;
  await ports.imports.requestCancel(job.id, { because: 'OwnerGone' });
  return true;
};
