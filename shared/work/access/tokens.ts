/** The port to bearer tokens, and what a token says about whoever shows it. */
import type { RoleName } from '../../domain/access/roles.ts';
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Principal } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';

/** What a token stands for: it is looked up at each use, and so are the person or application that it names. */
export type Grant =
  /** Minted with the operator's own rights: by `OperatorTokens`, which list it. */
  | { kind: 'operator'; principal: Principal }
  /** A session in a browser of whoever showed the operator's token of this id: good while that one is. */
  | { kind: 'operatorSession'; tokenId: string; operatorId: string }
  /**
   * A session of a person, good while the person's sessions are of this generation. `expectedRoles` are those that they
   * held when it began: it gives none, and only says which to look for first.
   */
  | {
      kind: 'person';
      userId: string;
      generation: number;
      restrictedTo?: 'passwordChange';
      expectedRoles?: readonly RoleName[];
    }
  /** An application that showed the secret of this id; `roles` are those that it asked for. */
  | { kind: 'application'; applicationId: string; secretId: string; roles: readonly string[] };

export type Tokens = {
  /**
   * Stores a new token, good for some seconds, and returns its text: the only time that it can be seen. A session of a
   * person is listed as well, with where it was begun.
   */
  mint(grant: Grant, good: { from: Instant; seconds: number }, source?: SignInSource): Promise<string>;
  /** What a token stands for; undefined for one that is unknown or expired. */
  read(token: string, now: Instant): Promise<Grant | undefined>;
  /** The same by the token's id (`tokenIdOf`), for whoever acts later for somebody who showed it. */
  readById(id: string, now: Instant): Promise<Grant | undefined>;
  /** Until when a token is good; undefined for one that is unknown or expired. */
  until(token: string, now: Instant): Promise<Instant | undefined>;
  /** Makes a token worthless at once; one that is unknown is left alone. `userId` is whose session it is, where it is one. */
  forget(token: string, userId?: string): Promise<void>;
};
