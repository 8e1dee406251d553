/** What is asked of imports over HTTP, and of the migration batches that some of them are. */
import * as z from 'zod';
import { isMailAddress } from '../../domain/mail-address.ts';
import { migrationTypes } from '../../domain/migrations/migration.ts';
import { visibleText } from '../../domain/unseen-characters.ts';
import { withoutNulls } from '../../lambda/body-names.ts';
import {
  applyBody,
  dryRunBody,
  momentFits,
  momentMisfit,
  requestImportBody,
  requestImportProperties,
} from '../../messages/import-options.ts';

/** Body of `POST /v1.0/imports`: the options of a file, and what it is called. */
export const newImportBody = withoutNulls(requestImportBody);

/** Body of `POST /v1.0/imports/{id}/dryRun`: options that are to be otherwise. */
export const newDryRunBody = withoutNulls(dryRunBody);

/** Body of `POST /v1.0/imports/{id}/apply`, which may be left out. */
export const appliedBody = withoutNulls(applyBody);

/** Exchange takes as many names as it has room for; who reads a list of batches needs no more. */
const longestName = 64;

/** Whoever is told of a batch, each in the same mail. */
const mostAddresses = 10;

const moment = z.iso.datetime({ offset: true, error: 'must be a moment such as 2026-01-31T09:00:00Z' });

/**
 * Body of `POST /v1.0/migrationBatches`: the file and options of an import, and what `New-MigrationBatch` has beside them.
 * Without `autoStart` it waits for somebody who starts it, as in Exchange.
 */
export const newBatchBody = withoutNulls(
  requestImportProperties
    .omit({ dryRun: true })
    .safeExtend({
      displayName: z.string().overwrite(visibleText).min(1).max(longestName),
      migrationType: z.enum(migrationTypes),
      notificationEmails: z
        .array(z.string().refine(isMailAddress, 'must be a mail address'))
        .max(mostAddresses)
        .optional(),
      autoStart: z.boolean().optional(),
      startAfterDateTime: moment.optional(),
      autoComplete: z.boolean().optional(),
      completeAfterDateTime: moment.optional(),
    })
    .refine(momentFits, momentMisfit),
);
export type NewBatchBody = z.output<typeof newBatchBody>;

/** Body of `POST /v1.0/imports/{id}/sendCredentials`. */
export const sendCredentialsBody = withoutNulls(z.strictObject({ resend: z.boolean().optional() }));
