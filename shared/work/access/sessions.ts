/** Sessions of people, as whoever they belong to sees and ends them. */
import { hash } from 'node:crypto';
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { uuidFrom } from '../../domain/uuid.ts';
import type { Directory } from '../directory.ts';
import { tokenIdOf } from './token-id.ts';

/** A session as it is kept; one that was begun by changing the password may lack where that was. */
export type KeptSession = {
  tokenId: string;
  createdDateTime: Instant;
  endDateTime: Instant;
  /** Good while the person's sessions are of this generation. */
  generation: number;
  source?: SignInSource;
};

/** The port to them. */
export type Sessions = {
  /** Those of a person that have not ended by themselves, in no order. */
  list(userId: string, now: Instant): Promise<KeptSession[]>;
  /** Makes the token of a session of theirs worthless at once; one that has ended is left alone. */
  end(userId: string, tokenId: string): Promise<void>;
};

/** A session as its holder sees it: `id` says which it is, and opens nothing. */
export type OwnSession = Omit<KeptSession, 'tokenId' | 'generation'> & { id: string; isCurrent: boolean };

export type OwnSessionPorts = {
  sessions: Sessions;
  directory: Pick<Directory, 'readPeople'>;
  now: () => Instant;
};

/** The sessions of the person who asks, by the token that they show; the newest first. Throws `Refused` Unauthenticated. */
export const ownSessions = async (
  principal: Principal,
  token: string | undefined,
  ports: OwnSessionPorts,
): Promise<OwnSession[]> =>
  (await goodSessions(principal, ports)).map(({ tokenId, generation: _generation, ...session }) => ({
    ...session,
    id: sessionIdOf(tokenId),
    isCurrent: token !== undefined && tokenIdOf(token) === tokenId,
  }));

/** Ends a session of the person who asks, by its id. Throws `Refused` NotFound, Unauthenticated. */
export const endOwnSession = async (principal: Principal, id: string, ports: OwnSessionPorts): Promise<void> => {
  const session = (await goodSessions(principal, ports)).find(({ tokenId }) => sessionIdOf(tokenId) === id);
  if (!session) throw new Refused({ code: 'NotFound' });
  await ports.sessions.end(principal.id, session.tokenId);
};

const goodSessions = async (
  { id }: Principal,
  { sessions, directory, now }: OwnSessionPorts,
): Promise<KeptSession[]> => {
  const [[person], kept] = await Promise.all([directory.readPeople([id]), sessions.list(id, now())]);
  if (!person || person.deleted) throw new Refused({ code: 'Unauthenticated' });
  const isGood = ({ generation }: KeptSession) => generation === (person.sessions?.generation ?? 0);
  return kept.filter(isGood).toSorted((one, other) => (one.createdDateTime < other.createdDateTime ? 1 : -1));
};

/** Not the token's own hash, which is its key. */
const sessionIdOf = (tokenId: string): string => uuidFrom(hash('sha256', `session ${tokenId}`));
