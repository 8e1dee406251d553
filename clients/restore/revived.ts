/** What a backup brings back that was taken away after it was made. */
import type { Application } from '../../shared/domain/access/application.ts';
import type { Person } from '../../shared/domain/person.ts';

/** What somebody has again; `missing` are roles that were given since, which they have no more. */
export type Revived = {
  id: string;
  userPrincipalName: string;
  roles: string[];
  /** The account was blocked since; `isGone`: it was deleted. */
  account: 'open' | 'wasBlocked' | 'isGone';
  /** The password was changed or reset since: the former one signs in again. */
  hasFormerPassword: boolean;
  missing: string[];
};

/** What is taken back; whatever is left out stays as the backup has it. */
export const revivals = ['roles', 'accounts', 'passwords', 'applications'] as const;
/** A kind of it. */
export type Revival = (typeof revivals)[number];

/** What a restored person has that the lost one had no more; undefined where that is nothing. */
export const revivedOf = (restored: Person, lost: Person | undefined): Revived | undefined => {
  if (restored.deleted) return undefined;
  const { id, userPrincipalName } = restored;
  const now = lost?.deleted ? undefined : lost;
  const revived: Revived = {
    id,
    userPrincipalName,
    roles: restored.roles.filter((role) => !now?.roles.includes(role)),
    account: accountOf(restored, now),
    hasFormerPassword: now !== undefined && hasFormerPassword(restored, now),
    missing: (now?.roles ?? []).filter((role) => !restored.roles.includes(role)),
  };
  const { roles, account, missing } = revived;
  return roles.length + missing.length > 0 || account !== 'open' || revived.hasFormerPassword ? revived : undefined;
};

const accountOf = ({ accountEnabled }: Person, now: Person | undefined): Revived['account'] => {
  if (!accountEnabled || now?.accountEnabled) return 'open';
  return now === undefined ? 'isGone' : 'wasBlocked';
};

/** One that is still to be mailed is made anew at that moment, and so signs nobody in; one without a hash neither. */
const hasFormerPassword = ({ password, credentialMail }: Person, now: Person): boolean =>
  password.hash !== undefined &&
  !password.lapsed &&
  !(password.source === 'generated' && credentialMail.state === 'owed') &&
  password.changedDateTime !== now.password.changedDateTime;

/** The person without the roles; undefined where they hold none of them. */
export const withoutRoles = (person: Person, roles: readonly string[]): Person | undefined => {
  const left = person.roles.filter((role) => !roles.includes(role));
  return left.length === person.roles.length ? undefined : { ...person, roles: left };
};

/** The person blocked, and with a password that only a reset helps; undefined where both is so. */
export const shut = (person: Person, { block, lapse }: { block: boolean; lapse: boolean }): Person | undefined => {
  const isBlocked = !block || !person.accountEnabled;
  const isLapsed = !lapse || person.password.lapsed === true;
  if (isBlocked && isLapsed) return undefined;
  return {
    ...person,
    ...(block && { accountEnabled: false }),
    ...(lapse && { password: { ...person.password, lapsed: true as const } }),
  };
};

/** A restored application without what was taken from it since; `remove` where it was deleted, undefined where it is the same. */
export const withoutRevived = (
  restored: Application,
  lost: Application | undefined,
): Application | 'remove' | undefined => {
  if (!lost) return 'remove';
  const keyIds = lost.secrets.map(({ keyId }) => keyId);
  const secrets = restored.secrets.filter(({ keyId }) => keyIds.includes(keyId));
  const roles = restored.roles.filter((role) => lost.roles.includes(role));
  const isSame = secrets.length === restored.secrets.length && roles.length === restored.roles.length;
  return isSame ? undefined : { ...restored, secrets, roles };
};
