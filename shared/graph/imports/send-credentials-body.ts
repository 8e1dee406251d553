/** What asks for the credentials of an import over HTTP. */
import * as z from 'zod';
import { withoutNulls } from '../../lambda/body-names.ts';

/** Body of `POST /v1.0/imports/{id}/sendCredentials`. */
export const sendCredentialsBody = withoutNulls(z.strictObject({ resend: z.boolean().optional() }));
