import type { Session } from '../../api/session.ts';

/** What a password must be like here: fewest and most characters, and how many kinds of them. */
export type PasswordRules = Session['organization']['passwordRules'];
