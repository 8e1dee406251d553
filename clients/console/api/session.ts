/** Who is signed in, and what they may do. */
import type { Permission } from '../../../shared/domain/access/roles.ts';
import { callOnce } from './call.ts';

/** What passwords must be like: fewest and most characters, kinds of them. */
export type PasswordRules = { least: number; most: number; kinds: number };

/** GET /v1.0/session. */
export type Session = {
  kind: 'person' | 'operator' | 'application';
  id: string;
  displayName: string;
  userPrincipalName?: string;
  preferredLanguage?: string;
  /** Display names of roles. */
  roles: readonly string[];
  permissions: readonly Permission[];
  expiresDateTime: string;
  organization: {
    displayName: string;
    cloud: 'worldwide' | 'germany' | 'china';
    preferredLanguage: string;
    passwordRules: PasswordRules;
    /** Days for which deleted people can be restored. */
    deletedDays: number;
  };
};

/** The session of this browser. Throws a `Problem`, `signedOut` where there is none. */
export const readSession = async (): Promise<Session> => (await callOnce<Session>('GET', 'session')).body;

/** Whether the session's holder may do what needs a permission; what needs none, everybody may. */
export const mayDo = (session: Session, permission: Permission | undefined): boolean =>
  permission === undefined || session.permissions.includes(permission);
