/** One person as an answer. */

import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Request } from '../../lambda/route.ts';
import { entityTag } from './entity-tag.ts';
import { graphUser } from './graph-user.ts';

/** 200 with the person and their entity tag, which `If-Match` of a later request may name. */
export const userAnswer = (person: Person, { origin }: Request, policy: Policy, more: object = {}) => {
  const etag = entityTag(person, policy);
  return {
    status: 200,
    headers: { etag },
    body: {
      '@odata.context': `${origin}/$metadata#users/$entity`,
      '@odata.etag': etag,
      ...graphUser(person, policy),
      ...more,
    },
  };
};
