/** What asks for the credentials of an import on the queue. */
import * as z from 'zod';

/** Who asked: what of them decides whose password may be made anew, and what the audit names. */
const requester = z.strictObject({
  kind: z.enum(['operator', 'application', 'person']),
  id: z.string(),
  displayName: z.string(),
  roles: z.array(z.string()),
  /** What they showed, where they are gone with that. */
  credentialId: z.string().optional(),
});

/** The created people of an import, after a row, are owed their credentials. */
export const credentialWalk = z.strictObject({
  kind: z.literal('credentials'),
  importId: z.string(),
  resend: z.boolean(),
  /** When it was asked for: whoever was mailed since is left. */
  requestedAt: z.string(),
  requestedBy: requester,
  after: z.int().optional(),
});
export type CredentialWalk = z.output<typeof credentialWalk>;
