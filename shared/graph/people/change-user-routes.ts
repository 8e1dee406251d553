/** The routes that change and delete a person. */
import type { PersonUpdate } from '../../domain/people/person-update.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { parseLeniently } from '../../lambda/parse-body.ts';
import type { Request, Route } from '../../lambda/route.ts';
import { type DeletePorts, deletePerson } from '../../work/people/delete-person.ts';
import { type UpdatePorts, updatePerson } from '../../work/people/update-person.ts';
import type { Asker } from '../../work/person-guard.ts';
import { asSeen } from '../odata/entity-tag.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { entityTag } from './entity-tag.ts';
import { type UpdateUserBody, updateUserBody } from './update-user-body.ts';
import { userAnswer } from './user-answer.ts';

/** PATCH /v1.0/users/{id}: 204; with `Prefer: return=representation` 200 and the person. */
export const updateUserRoute = (ports: UpdatePorts): Route => ({
  needs: 'changePeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { value, faults } = parseLeniently(updateUserBody, request.json());
    const person = await updatePerson({ ...askOf(request, ports), update: updateFromBody(value), faults }, ports);
    if (!/(^|,)\s*return\s*=\s*"?representation"?\s*(;|,|$)/i.test(request.headers.prefer ?? '')) {
      return { status: 204, headers: { etag: entityTag(person, ports.policy) } };
    }
    const answer = userAnswer(person, request, ports.policy);
    return { ...answer, headers: { ...answer.headers, 'preference-applied': 'return=representation' } };
  },
});

/** DELETE /v1.0/users/{id}: 204; the person can be restored for a while. */
export const deleteUserRoute = (ports: DeletePorts & { policy: Policy }): Route => ({
  needs: 'deletePeople',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    await deletePerson(askOf(request, ports), ports);
    return { status: 204 };
  },
});

/** Whom a request is about, and what the asker saw of them. */
const askOf = (request: Request, { policy }: { policy: Policy }): Asker & { name: string } => ({
  name: request.path.id ?? '',
  principal: request.principal,
  ...asSeen(request, (person: Person) => entityTag(person, policy)),
});

/** The change that a body asks for; an empty text empties a property as null does. */
const updateFromBody = (body: Partial<UpdateUserBody>): PersonUpdate => {
  const { passwordProfile, businessPhones, otherMails, userType: _member, ...texts } = body;
  const { password, forceChangePasswordNextSignIn: mustChange } = passwordProfile ?? {};
  const properties = Object.entries(texts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, value === '' ? null : value] as const);
  return {
    ...Object.fromEntries(properties),
    ...(texts.usageLocation && { usageLocation: texts.usageLocation.toUpperCase() }),
    ...(businessPhones !== undefined && { businessPhones: businessPhones ?? [] }),
    ...(otherMails !== undefined && { otherMails: otherMails ?? [] }),
    ...(password !== undefined && { password }),
    ...(mustChange !== undefined && { mustChange }),
  };
};
