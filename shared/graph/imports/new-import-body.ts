/** What asks for an import over HTTP. */
import { withoutNulls } from '../../lambda/body-names.ts';
import { applyBody, dryRunBody, requestImportBody } from '../../messages/import-options.ts';

/** Body of `POST /v1.0/imports`: the options of a file, and what it is called. */
export const newImportBody = withoutNulls(requestImportBody);

/** Body of `POST /v1.0/imports/{id}/dryRun`: options that are to be otherwise. */
export const newDryRunBody = withoutNulls(dryRunBody);

/** Body of `POST /v1.0/imports/{id}/apply`, which may be left out. */
export const appliedBody = withoutNulls(applyBody);
