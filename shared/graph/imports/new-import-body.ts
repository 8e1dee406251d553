/** What asks for an import over HTTP. */
import { withoutNulls } from '../../lambda/body-names.ts';
import { requestImportBody } from '../../messages/import-options.ts';

/** Body of `POST /v1.0/imports`: the options of a file, and what it is called. */
export const newImportBody = withoutNulls(requestImportBody);
