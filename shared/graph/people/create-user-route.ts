/** The route that adds one person. */

import { type Refusal, Refused } from '../../domain/refusals.ts';
import { parseLeniently } from '../../lambda/parse-body.ts';
import type { Request, Route } from '../../lambda/route.ts';
import { type CreatePorts, createPerson } from '../../work/people/create-person.ts';
import { createUserBody, draftFromBody } from './create-user-body.ts';
import { graphUser } from './graph-user.ts';

/** POST /v1.0/users: 201 with the person, and with a generated password where it was to be shown. */
export const createUserRoute = (ports: CreatePorts): Route => ({
  needs: 'addPeople',
  answer: async ({ principal, headers, origin, json }) => {
    const { value, faults } = parseLeniently(createUserBody, json());
    const idempotencyKey = keyOf(headers);
    const draft = draftFromBody(value);
    const request = { draft, faults, principal, ...(idempotencyKey !== undefined && { idempotencyKey }) };
    const { person, password, seatsToBuy } = await createPerson(request, ports);
    const user = graphUser(person, ports.policy);
    return {
      status: 201,
      headers: { location: `${origin}/users/${person.id}` },
      body: {
        '@odata.context': `${origin}/$metadata#users/$entity`,
        ...user,
        ...(password && { passwordProfile: { ...user.passwordProfile, password } }),
        ...(seatsToBuy.length > 0 && { seatsToBuy }),
      },
    };
  },
});

/** Any printable ASCII, as Stripe takes it; a key that is none is refused, not ignored. */
const keyOf = (headers: Request['headers']): string | undefined => {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  const fault: Refusal = { code: 'ValueInvalid', target: 'Idempotency-Key', fact: '1 to 255 printable characters' };
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refused(fault);
  return key;
};
