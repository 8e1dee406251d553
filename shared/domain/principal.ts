/** Who makes a request. */

/**
 * Who a token stands for: an `operator` (minted with the right to write the table), an `application` (by its client
 * secret) or a `person` (signed in). Without a token it is `anonymous`.
 */
export type Principal = {
  kind: 'operator' | 'application' | 'person' | 'anonymous';
  id: string;
  displayName: string;
  roles: readonly string[];
  /**
   * What it showed, where it is gone with that: an operator's token (by its id), a secret of an application (its keyId).
   * Whoever acts for it later looks that up. People have none: they are themselves, however they signed in.
   */
  credentialId?: string;
  /** Set on the short token of a person who must change the password first: it is good for nothing else. */
  restrictedTo?: 'passwordChange';
};

/** Who did something, as the audit names them; `system` is Muster itself. */
export type Actor = { kind: Principal['kind'] | 'system'; id: string; displayName: string };

/** Whether both are one, by the same credential: an operator with another token is somebody else, who may do less. */
export const isSamePrincipal = (one: Principal, other: Principal): boolean =>
  one.kind === other.kind && one.id === other.id && one.credentialId === other.credentialId;

/** Whoever asks without a token that is good. */
export const anonymous: Principal = { kind: 'anonymous', id: '', displayName: '', roles: [] };

/** The principal as the audit names it. */
export const actorOf = ({ kind, id, displayName }: Principal): Actor => ({ kind, id, displayName });

/** A part of Muster that acts by itself, by the name of its function. */
export const systemActor = (name: string): Actor => ({ kind: 'system', id: name, displayName: name });

/** Whether an actor is one of Graph's users: people, and operators who write the table; all others are its apps. */
export const isUserActor = ({ kind }: Pick<Actor, 'kind'>): boolean => kind === 'person' || kind === 'operator';
