/** The file of an import, shown again: read otherwise, or with other options, without a second upload. */
import { randomUUID } from 'node:crypto';
import { decideOptions } from '../../../domain/imports/decide-options.ts';
import { detail } from '../../../domain/imports/import-entry.ts';
import { type ImportJob, newImportJob } from '../../../domain/imports/import-job.ts';
import type { ImportOptions } from '../../../domain/imports/import-options.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import { isSamePrincipal } from '../../../domain/principal.ts';
import { Refused } from '../../../domain/refusals.ts';
import { checkedOptions } from '../check-options.ts';
import { beginAndGoOn, type ImportAsked, jobOf, type ManageImportPorts, told } from './manage-imports.ts';

export type DryRunPorts = ManageImportPorts & { organisation: Pick<Organisation, 'verifiedDomains'> };

/**
 * Begins a dry run over the same version of the file of an import that is over; what is not asked for stays as that
 * import had it. It acts with no more rights than the owner of that import and whoever asks have both. Each is another
 * one, since the directory may have changed. Throws `Refused` NotFound, ImportNotOver, FileUnavailable,
 * UserNamePatternInvalid, TooManyOpenImports.
 */
export const dryRunAgain = async (
  { id, principal, options: asked }: ImportAsked & { options: Partial<ImportOptions> },
  ports: DryRunPorts,
): Promise<ImportJob> => {
  const before = await jobOf(id, ports);
  if (before.stage !== 'settled') throw new Refused({ code: 'ImportNotOver' });
  const { file, kind, owner: shownBy } = before;
  // Without a version the file never came; what an undo has for one is not read.
  const isThere = file.versionId !== undefined || file.etag !== undefined;
  if (kind === 'undo' || !isThere) throw new Refused({ code: 'FileUnavailable' });
  const options = checkedOptions(decideOptions({ ...asked, dryRun: true }, before.options), ports.organisation);
  const by = isSamePrincipal(shownBy, principal) ? {} : { shownBy };
  const job = newImportJob({ id: randomUUID(), file, options, owner: principal, ...by }, ports.now());
  return beginAndGoOn(job, told(job, 'Begin import', principal, ports, [detail('fileOf', id)]), ports);
};
