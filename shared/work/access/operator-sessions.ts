/** Whoever has an operator's token begins a session with it in a browser. */
import { randomUUID } from 'node:crypto';
import { type ListedToken, operatorSessionEntry } from '../../domain/access/operator-token.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import { addSeconds, earliest, type Instant } from '../../domain/time.ts';
import { tokenIdOf } from './token-id.ts';
import type { Grant } from './tokens.ts';

/** An operator's token that is good, by its id. */
export type GoodToken = { tokenId: string; principal: Principal; token: ListedToken };

/** What begins: a grant, for how long, and the entry that tells of it; with the code that it takes, where it takes one. */
export type OperatorOpening = {
  grant: Extract<Grant, { kind: 'operatorSession' }>;
  good: { from: Instant; until: Instant };
  entry: AuditEntry;
  code?: string;
};

/** The port. */
export type OperatorSessions = {
  /** The operator's token of this id; undefined for one that is unknown, expired, or nobody's who operates. */
  tokenOf(tokenId: string, now: Instant): Promise<GoodToken | undefined>;
  /** The id of the token that a code stands for; undefined for one that is unknown, taken or too old. */
  tokenIdOfCode(code: string, now: Instant): Promise<string | undefined>;
  /** Writes all or nothing, and returns the session's token; undefined when somebody else took the code, or it is too old. */
  open(opening: OperatorOpening): Promise<string | undefined>;
};

export type OperatorSessionPorts = {
  operatorSessions: OperatorSessions;
  policy: Policy;
  now: () => Instant;
};

/** What somebody shows: an operator's token, or a code that stands for one. */
export type Shown = { token: string; code?: never } | { code: string; token?: never };

/** A session that began. */
export type BegunSession = { token: string; expiresDateTime: Instant; principal: Principal };

/**
 * Begins a session of whoever shows an operator's token, or a code that stands for one; it ends with that token, and by
 * itself as every session does. A code is good once. Throws `Refused` OperatorTokenInvalid, SignInCodeInvalid.
 */
export const beginOperatorSession = async (
  shown: Shown,
  source: SignInSource,
  { operatorSessions, policy, now }: OperatorSessionPorts,
): Promise<BegunSession> => {
  const from = now();
  const invalid = () => new Refused({ code: shown.code === undefined ? 'OperatorTokenInvalid' : 'SignInCodeInvalid' });
  const tokenId =
    shown.code === undefined ? tokenIdOf(shown.token) : await operatorSessions.tokenIdOfCode(shown.code, from);
  const good = tokenId === undefined ? undefined : await operatorSessions.tokenOf(tokenId, from);
  if (!good) throw invalid();
  const until = earliest(addSeconds(from, policy.sessionHours * 3600), good.token.endDateTime) ?? from;
  const act = { id: randomUUID(), now: from, ipAddress: source.ipAddress };
  const token = await operatorSessions.open({
    grant: { kind: 'operatorSession', tokenId: good.tokenId, operatorId: good.principal.id },
    good: { from, until },
    entry: operatorSessionEntry(good.token, act),
    ...(shown.code !== undefined && { code: shown.code }),
  });
  if (token === undefined) throw invalid();
  return { token, expiresDateTime: until, principal: { ...good.principal, credentialId: good.tokenId } };
};
