/** Operators' tokens: minted by whoever may write the table, good for a while, and on record. */
import { type AuditEntry, modifiedProperties } from '../audit.ts';
import type { Actor } from '../principal.ts';
import type { Instant } from '../time.ts';

/** Days that a token is good for at most, unless somebody says that it shall live longer; and then. */
export const tokenDays = { usual: 90, longLived: 3650 } as const;

/** A token as it is listed: whose it is, never its text. `createdDateTime` is unknown of those that an earlier release minted. */
export type ListedToken = {
  /** That of the principal for whom it stands: each token has one of its own. */
  id: string;
  displayName: string;
  roles: readonly string[];
  createdDateTime?: Instant;
  endDateTime: Instant;
};

/** The entry of a token that is minted or revoked: it names whose token it is, its roles and its end. */
export const tokenEntry = (
  what: 'minted' | 'revoked',
  { id: tokenId, displayName, roles, endDateTime }: Pick<ListedToken, 'id' | 'displayName' | 'roles' | 'endDateTime'>,
  { id, now, initiatedBy, details }: TokenAct,
): AuditEntry => {
  const good = { roles, endDateTime };
  return {
    id,
    activityDateTime: now,
    activityDisplayName: what === 'minted' ? 'Add operator token' : 'Remove operator token',
    initiatedBy,
    target: { type: 'Token', id: tokenId, displayName },
    modifiedProperties: what === 'minted' ? modifiedProperties({}, good) : modifiedProperties(good, {}),
    ...(details && { additionalDetails: [...details] }),
  };
};

/** The entry of a session that is begun in a browser with a token: whose token it is, and from where. */
export const operatorSessionEntry = (
  { id: tokenId, displayName }: Pick<ListedToken, 'id' | 'displayName'>,
  { id, now, ipAddress }: { id: string; now: Instant; ipAddress: string },
): AuditEntry => ({
  id,
  activityDateTime: now,
  activityDisplayName: 'Sign in with operator token',
  initiatedBy: { kind: 'operator', id: tokenId, displayName },
  target: { type: 'Token', id: tokenId, displayName },
  modifiedProperties: [],
  additionalDetails: [{ key: 'ipAddress', value: ipAddress }],
});

/** Who mints or revokes a token, when, and what is known beside that. */
export type TokenAct = {
  id: string;
  now: Instant;
  initiatedBy: Actor;
  details?: readonly { key: string; value: string }[];
};
