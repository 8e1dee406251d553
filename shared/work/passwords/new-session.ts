/** The token of a person who is signed in. */
import { heldRoles } from '../../domain/access/roles.ts';
import type { SignInSource } from '../../domain/passwords/sign-in-record.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import type { Grant, Tokens } from '../access/tokens.ts';

/** A token, shown once. */
export type FreshToken = { token: string; expiresDateTime: Instant };

/** What a token of theirs stands for; the roles are those to look for first when it is shown. */
export const grantOf = (person: Person, limit: { restrictedTo?: 'passwordChange' }): Grant => {
  const expectedRoles = heldRoles(person);
  return {
    ...{ kind: 'person', userId: person.id, generation: person.sessions?.generation ?? 0 },
    ...(expectedRoles.length > 0 && { expectedRoles }),
    ...limit,
  };
};

/** A new session of a person who is signed in already: no sign-in is on record for it. */
export const newSession = async (
  person: Person,
  { tokens, policy, now }: { tokens: Pick<Tokens, 'mint'>; policy: Policy; now: () => Instant },
  source?: SignInSource,
): Promise<FreshToken> => {
  const good = { from: now(), seconds: policy.sessionHours * 3600 };
  const token = await tokens.mint(grantOf(person, {}), good, source);
  return { token, expiresDateTime: addSeconds(good.from, good.seconds) };
};
