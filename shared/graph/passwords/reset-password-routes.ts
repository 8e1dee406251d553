/** The routes by which administrators reset passwords and sign people out. */
import { Refused } from '../../domain/refusals.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route } from '../../lambda/route.ts';
import { type ResetPorts, resetPassword } from '../../work/passwords/reset-password.ts';
import { revokeSessions } from '../../work/passwords/revoke-sessions.ts';
import { resetPasswordBody } from './password-bodies.ts';
import { revoked } from './sign-in-routes.ts';

/** Entra's id of the password among the ways to sign in, the same for everybody; Muster knows no other way. */
const passwordMethod = '28c10230-6103-485e-b985-444c60001490';

/**
 * POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword: 202, as in Graph; with a generated password
 * where it was to be shown.
 */
export const resetPasswordRoute = (ports: ResetPorts): Route => ({
  needs: 'resetPasswords',
  answer: async ({ principal, path, origin, json }) => {
    if (path.methodId?.toLowerCase() !== passwordMethod) throw new Refused({ code: 'NotFound' });
    const { newPassword, credentialDelivery } = parseStrictly(resetPasswordBody, json());
    const request = {
      ...(newPassword !== undefined && { newPassword }),
      ...(credentialDelivery && 'to' in credentialDelivery && { sendTo: credentialDelivery.to }),
      ...(credentialDelivery && 'show' in credentialDelivery && { show: true }),
    };
    const shown = await resetPassword(path.id ?? '', request, principal, ports);
    const context = `${origin}/$metadata#microsoft.graph.passwordResetResponse`;
    return { status: 202, body: { '@odata.context': context, ...shown } };
  },
});

/** POST /v1.0/users/{id}/revokeSignInSessions: signs a person out everywhere. */
export const revokeSessionsRoute = (ports: Pick<ResetPorts, 'directory' | 'attempts' | 'now' | 'policy'>): Route => ({
  needs: 'revokeSessions',
  answer: async ({ principal, path, origin }) => {
    await revokeSessions(path.id ?? '', principal, ports);
    return revoked({ origin });
  },
});
