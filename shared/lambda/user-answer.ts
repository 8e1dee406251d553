/** One person as an answer. */
import { graphUser } from '../domain/graph-user.ts';
import type { Person } from '../domain/person.ts';
import type { Policy } from '../policy.ts';
import { entityTag } from '../work/entity-tag.ts';
import type { Request } from './on-http.ts';

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
