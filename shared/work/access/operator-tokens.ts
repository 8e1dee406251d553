/** The port to operators' tokens: each is listed, and minted and revoked with the entry that tells of it. */
import type { ListedToken } from '../../domain/access/operator-token.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';

export type OperatorTokens = {
  /** Stores a new token with its place in the list, and returns its text: the only time that it can be seen. */
  mint(principal: Principal, good: { from: Instant; until: Instant }, audit: AuditEntry): Promise<string>;
  /** Those that are good now, in the order in which they were minted. */
  list(now: Instant): Promise<ListedToken[]>;
  /**
   * Makes the tokens of this id worthless at once; of how many that is so. `tell` makes the entry of each. With `everywhere`
   * tokens that an earlier release minted are looked for too, which reads the whole table.
   */
  revoke(
    id: string,
    options: { now: Instant; everywhere: boolean; tell: (token: ListedToken) => AuditEntry },
  ): Promise<number>;
  /** Those of `list` and all that an earlier release minted: reads the whole table. */
  listEverywhere(now: Instant): Promise<ListedToken[]>;
};

/** The port by which a token's own holder ends it. */
export type OwnToken = {
  /** Makes a token of an operator worthless at once, with its entry; one that is unknown or ended is left alone. */
  end(token: string, now: Instant, tell: (token: ListedToken) => AuditEntry): Promise<void>;
};
