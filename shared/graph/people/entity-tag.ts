/** The entity tag of a person. */
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { tagOf } from '../odata/entity-tag.ts';
import { graphUser } from './graph-user.ts';

/**
 * The tag of a person as the API shows them. What nobody sees, such as the lease of a mail, leaves it as it is; so does what happens by itself, such as a mail that
 * goes out or a sign-in, because no request of anybody's can overwrite it.
 */
export const entityTag = (person: Person, policy: Policy): string => {
  const { credentialMail: _mail, signInActivity: _activity, ...user } = graphUser(person, policy);
  return tagOf(user);
};
