/** What a password must be like here. */
import { defaultPolicy } from '../../../../shared/domain/policy.ts';
import type { Session } from '../../api/session.ts';

/** Fewest and most characters, and how many kinds of them. */
export type PasswordRules = { least: number; most: number; kinds: number };

/** The organisation's rules; those of the default policy where the session does not tell them. */
export const passwordRulesOf = ({ organization }: Session): PasswordRules =>
  organization.passwordRules ?? {
    ...defaultPolicy.passwordLength,
    kinds: defaultPolicy.passwordClasses,
  };
