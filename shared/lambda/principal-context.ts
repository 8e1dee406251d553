/** The principal on its way from the authorizer to a function. */
import * as z from 'zod';
import type { Principal } from '../domain/principal.ts';

/**
 * While a deployment runs, the other end may be of the release before: what a principal is restricted to travels by the
 * name that it had there.
 */
const travelling = z
  .object({
    kind: z.enum(['operator', 'application', 'person']),
    id: z.string().min(1),
    displayName: z.string(),
    roles: z.array(z.string()),
    credentialId: z.string().optional(),
    onlyFor: z.literal('passwordChange').optional(),
  })
  .transform(
    ({ onlyFor, credentialId, ...principal }): Principal => ({
      ...principal,
      ...(credentialId && { credentialId }),
      ...(onlyFor && { restrictedTo: onlyFor }),
    }),
  );

/** A principal as text. */
export const writePrincipal = ({ restrictedTo: onlyFor, ...principal }: Principal): string =>
  JSON.stringify({ ...principal, onlyFor });

/** The principal of a text; undefined for none that an authorizer wrote. */
export const readPrincipal = (text: string): Principal | undefined => travelling.safeParse(JSON.parse(text)).data;
