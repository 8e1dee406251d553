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
  /** Set on the short token of a person who must change the password first: it is good for nothing else. */
  restrictedTo?: 'passwordChange';
};

/** Who did something, as the audit names them; `system` is Muster itself. */
export type Actor = { kind: Principal['kind'] | 'system'; id: string; displayName: string };

/** Whoever asks without a token that is good. */
export const anonymous: Principal = { kind: 'anonymous', id: '', displayName: '', roles: [] };

/** The principal as the audit names it. */
export const actorOf = ({ kind, id, displayName }: Principal): Actor => ({ kind, id, displayName });

/** A part of Muster that acts by itself, by the name of its function. */
export const systemActor = (name: string): Actor => ({ kind: 'system', id: name, displayName: name });

/** Whether an actor is one of Graph's users: people, and operators who write the table; all others are its apps. */
export const isUserActor = ({ kind }: Pick<Actor, 'kind'>): boolean => kind === 'person' || kind === 'operator';
