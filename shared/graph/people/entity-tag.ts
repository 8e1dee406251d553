/** Entity tags: what a client saw of a person, so that it need not overwrite what it did not see. */
import { hash } from 'node:crypto';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { graphUser } from './graph-user.ts';

/**
 * The tag of a person as the API shows them: weak, because it is about what is shown and not about how it is written.
 * What nobody sees, such as the lease of a mail, leaves it as it is; so does what happens by itself, such as a mail that
 * goes out or a sign-in, because no request of anybody's can overwrite it.
 */
export const entityTag = (person: Person, policy: Policy): string => {
  const { credentialMail: _mail, signInActivity: _activity, ...user } = graphUser(person, policy);
  return `W/"${hash('sha256', JSON.stringify(user), 'base64url').slice(0, 22)}"`;
};

/** Whether an `If-Match` header allows a change of what has this tag: it names it, among others perhaps, or is `*`. */
export const matchesTag = (ifMatch: string, tag: string): boolean =>
  ifMatch.split(',').some((part) => ['*', opaque(tag)].includes(opaque(part.trim())));

/** The tag without its mark of weakness, which some clients drop. */
const opaque = (tag: string): string => tag.replace(/^W\//, '');
