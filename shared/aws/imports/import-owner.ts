/** Who stands behind an import, as it lies in the table: written and read here and nowhere else. */
import type { ImportJob } from '../../domain/imports/import-job.ts';

type Behind = Pick<ImportJob, 'owner' | 'resumedBy' | 'shownBy'>;

/** The attributes of an item. */
export const ownerAttributes = ({ owner, resumedBy, shownBy }: Behind): Record<string, unknown> => ({
  owner,
  ...(resumedBy && { resumedBy }),
  ...(shownBy && { shownBy }),
});

/** What an item says; one of an earlier release names its owner alone, without what they showed. */
export const ownerOf = ({ owner, resumedBy, shownBy }: Record<string, unknown>): Behind =>
  ({ owner, ...(resumedBy !== undefined && { resumedBy }), ...(shownBy !== undefined && { shownBy }) }) as Behind;
