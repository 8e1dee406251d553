/** What asks for the credentials of an import over HTTP. */
import * as z from 'zod';

/** Body of `POST /v1.0/imports/{id}/sendCredentials`. */
export const sendCredentialsBody = z.strictObject({ resend: z.boolean().optional() });
