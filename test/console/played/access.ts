/** Roles and applications, as the API shows them: a small directory that keeps what is changed. */
import type { Application } from '../../../clients/console/api/applications.ts';
import type { Person } from '../../../clients/console/api/people.ts';
import { roleIds, roleNames } from '../../../shared/domain/access/roles.ts';
import { type PlayedRoutes, refusal } from '../played-console.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** The id of an application by its place, counted from 0. */
export const idOfApplication = (index: number): string => `7c1d2e1c-5a4f-4f0e-9c55-${String(index).padStart(12, '0')}`;

const secret = (index: number, days: number, displayName: string | null = null) => ({
  keyId: `9a1d2e1c-5a4f-4f0e-9c55-${String(index).padStart(12, '0')}`,
  displayName,
  hint: ['kQ3', 'v7X', 'b2M'][index % 3] ?? 'aB1',
  startDateTime: inDays(days - 180),
  endDateTime: inDays(days),
  secretText: null,
});

/** Applications: one with a secret that ends soon, one with two, one without any, one whose secret has ended. */
export const playedApplicationList = (): Application[] => [
  application(0, 'HR synchronization', ['User Administrator'], [secret(0, 12, 'AWS Secrets Manager')]),
  application(1, 'License report', ['Directory Readers', 'Reports Reader'], [secret(1, 160), secret(2, 400)]),
  application(2, 'Nightly backup', [], []),
  application(3, 'Old intranet', ['Directory Readers'], [secret(4, -3)]),
];

const application = (
  index: number,
  displayName: string,
  roles: Application['roles'],
  passwordCredentials: Application['passwordCredentials'],
): Application => ({
  id: idOfApplication(index),
  appId: idOfApplication(index),
  displayName,
  roles,
  createdDateTime: '2026-06-01T08:00:00.000Z',
  passwordCredentials,
});

/** Routes of roles over a directory of people, and of applications, which they change. */
export const playedAccess = (directory: Person[], applications = playedApplicationList()): PlayedRoutes => ({
  'GET directoryRoles/*/members': ({ values: [id], query }) => {
    const role = roleNames.find((name) => roleIds[name] === id) ?? '';
    const members = directory.filter(({ roles }) => (roles as string[]).includes(role));
    return { body: { value: members.slice(0, Number(query.get('$top') ?? 100)) } };
  },
  'POST directoryRoles/*/members/$ref': ({ values: [id], body }) => {
    const role = roleNames.find((name) => roleIds[name] === id);
    const person = directory.find((one) => body['@odata.id'].endsWith(one.id));
    if (!person || !role) return refusal(404, 'NotFound', 'There is nobody of this id.');
    person.roles = [...person.roles, role];
    return {};
  },
  'DELETE directoryRoles/*/members/*/$ref': ({ values: [id, personId] }) => {
    const role = roleNames.find((name) => roleIds[name] === id);
    const person = directory.find((one) => one.id === personId);
    if (!person || !role || !person.roles.includes(role)) return refusal(404, 'NotFound', 'It is not held.');
    if (role === 'Global Administrator' && person.id === directory[0]?.id) {
      const way = 'This is the last Global Administrator who can sign in. Give the role to somebody else first.';
      return refusal(409, 'LastAdministrator', way);
    }
    person.roles = person.roles.filter((held) => held !== role);
    return {};
  },
  'GET applications': () => ({ body: { value: applications } }),
  'GET applications/*': ({ values: [id] }) => {
    const one = applications.find((each) => each.id === id);
    return one ? { body: one } : refusal(404, 'NotFound', 'There is no application of this id.');
  },
  'POST applications': ({ body }) => {
    const added = application(applications.length, body.displayName, body.roles, []);
    applications.push(added);
    return { status: 201, body: added };
  },
  'PATCH applications/*': ({ values: [id], body }) => {
    Object.assign(applications.find((each) => each.id === id) ?? {}, body);
    return {};
  },
  'DELETE applications/*': ({ values: [id] }) => {
    const at = applications.findIndex((each) => each.id === id);
    if (at < 0) return refusal(404, 'NotFound', 'There is no application of this id.');
    applications.splice(at, 1);
    return {};
  },
  'POST applications/*/addPassword': ({ values: [id], body }) => {
    const one = applications.find((each) => each.id === id);
    const { displayName = null, endDateTime } = body.passwordCredential;
    const made = { ...secret(1, 180, displayName), endDateTime };
    one?.passwordCredentials.push(made);
    return { body: { ...made, secretText: 'v7XplayedSecretOfAnApplication' } };
  },
  'POST applications/*/removePassword': ({ values: [id], body }) => {
    const one = applications.find((each) => each.id === id);
    const at = one?.passwordCredentials.findIndex(({ keyId }) => keyId === body.keyId) ?? -1;
    if (at < 0) return refusal(400, 'ValueInvalid', 'The application has no secret of this id.', 'keyId');
    one?.passwordCredentials.splice(at, 1);
    return {};
  },
});
