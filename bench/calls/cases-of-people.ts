/** The calls of routes about people and their licences. */
import { addDays } from '../../shared/domain/time.ts';
import type { RouteCase } from './route-case.ts';
import { licences } from './world.ts';

const draft = (name: string, more: object = {}) => ({
  ...{ userPrincipalName: `${name}@contoso.com`, displayName: name, mailNickname: name, usageLocation: 'NL' },
  ...more,
});
const fresh = () => `new${crypto.randomUUID().slice(0, 8)}`;
const deleted = 'microsoft.graph.user';

/** A directory of one page and more lies in 16 partitions of names. */
const sorted =
  'names lie in 16 partitions, so that names are added 16 times as fast as one takes: a page is the first of each';

export const casesOfPeople: readonly RouteCase[] = [
  {
    route: 'POST /v1.0/users',
    calls: 'GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'token; names and keys, with settings and licences; transaction; message for the mail',
    status: 201,
    asks: ({ operator: token }) => ({ token, body: draft(fresh()) }),
  },
  {
    route: 'POST /v1.0/users',
    what: 'with a licence, roles and an employee id',
    calls: 'GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'token; names and keys; transaction; message for the mail: none of these asks for more',
    status: 201,
    asks: ({ operator: token }) => {
      const name = fresh();
      const more = {
        assignedLicenses: [{ skuId: licences.plenty.skuId }],
        roles: ['Reports Reader'],
        employeeId: name,
      };
      return { token, body: draft(name, more) };
    },
  },
  {
    route: 'POST /v1.0/users',
    what: 'with a licence that has no seat',
    calls: 'GetItem BatchGetItem TransactWriteItems TransactWriteItems SendMessageBatch Query',
    because: 'a transaction that finds no seat, a second one without, and the length of the line, for seatsToBuy',
    status: 201,
    asks: ({ operator: token }) => ({
      token,
      body: draft(fresh(), { assignedLicenses: [{ skuId: licences.none.skuId }] }),
    }),
  },
  {
    route: 'POST /v1.0/users',
    what: 'with an Idempotency-Key',
    calls: 'GetItem BatchGetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'one more for who the same key added before',
    status: 201,
    asks: ({ operator: token }) => ({ token, body: draft(fresh()), headers: { 'idempotency-key': fresh() } }),
  },
  {
    route: 'POST /v1.0/users',
    what: 'by a person',
    calls: 'GetItem BatchGetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'one more for who asks, with the roles that count',
    status: 201,
    asks: async ({ person, session }) => ({
      token: await session(await person({ roles: ['User Administrator'] })),
      body: draft(fresh()),
    }),
  },
  {
    route: 'POST /v1.0/users',
    what: 'by an application',
    calls: 'GetItem GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'one more for the application that asks',
    status: 201,
    asks: async ({ applicationToken }, via) => ({ token: await applicationToken(via), body: draft(fresh()) }),
  },
  {
    route: 'GET /v1.0/users',
    what: 'a page of 100',
    calls: 'GetItem Query*16 BatchGetItem',
    because: `token; ${sorted}; and the people in one batch`,
    asks: async ({ operator: token, person }) => {
      for (let count = 0; count < 60; count += 1) await person();
      return { token, query: { $top: '100' } };
    },
  },
  {
    route: 'GET /v1.0/users',
    what: 'one of a user name',
    calls: 'GetItem GetItem BatchGetItem',
    because: 'token, name, person',
    asks: async ({ operator: token, person }) => ({
      token,
      query: { $filter: `userPrincipalName eq '${(await person()).userPrincipalName}'` },
    }),
  },
  {
    route: 'GET /v1.0/users',
    what: 'whose password expires on a day',
    calls: 'GetItem Query*16',
    because: 'token; what is ahead lies in 16 partitions; nobody is read whose entry says another day',
    asks: async ({ operator: token, person }) => {
      const from = addDays((await person()).password.changedDateTime, 100);
      const [ge, le] = ['ge', 'le'].map((operator) => `passwordExpiresDateTime ${operator}`);
      return { token, query: { $filter: `${ge} ${from} and ${le} ${addDays(from, 1)}` } };
    },
  },
  {
    route: 'GET /v1.0/users',
    what: 'whose employee id begins so',
    calls: 'GetItem BatchGetItem Query*16 BatchGetItem',
    because: 'token; before the first sweep whether everybody has their claim; claims in 16 partitions; and the people',
    asks: async ({ operator: token, person }) => {
      const name = fresh();
      await person({ employeeId: name });
      return { token, query: { $filter: `startswith(employeeId,'${name}')` } };
    },
  },
  {
    route: 'GET /v1.0/users',
    what: 'whose password has expired',
    calls: 'GetItem Query*16 BatchGetItem*2',
    because: `token; ${sorted}; and everybody in batches of 100, at most eight of them to a page`,
    asks: ({ operator: token }) => ({ token, query: { $filter: "passwordState eq 'expired'" } }),
  },
  {
    route: 'GET /v1.0/users/{id}',
    what: 'by id',
    calls: 'GetItem BatchGetItem',
    because: 'token, person',
    asks: async ({ operator: token, person }) => ({ token, path: { id: (await person()).id } }),
  },
  {
    route: 'GET /v1.0/users/{id}',
    what: 'by name',
    calls: 'GetItem GetItem BatchGetItem',
    because: 'token, name, person',
    asks: async ({ operator: token, person }) => ({ token, path: { id: (await person()).userPrincipalName } }),
  },
  {
    route: 'GET /v1.0/users/{id}',
    what: 'by id, with errors of provisioning',
    calls: 'GetItem BatchGetItem',
    because: 'one more only for who came from on premises',
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: (await person()).id },
      query: { $select: 'onPremisesProvisioningErrors' },
    }),
  },
  {
    route: 'GET /v1.0/users/{id}',
    what: 'by id, by a person',
    calls: 'GetItem BatchGetItem BatchGetItem',
    because: 'one more for who asks',
    asks: async ({ person, session }) => {
      const ada = await person({ roles: ['Directory Readers'] });
      return { token: await session(ada), path: { id: ada.id } };
    },
  },
  {
    route: 'PATCH /v1.0/users/{id}',
    calls: 'GetItem BatchGetItem TransactWriteItems',
    because: 'token, person, transaction',
    status: 204,
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: (await person()).id },
      body: { jobTitle: 'Pilot', officeLocation: fresh() },
    }),
  },
  {
    route: 'PATCH /v1.0/users/{id}',
    what: 'by name, of user name and employee id',
    calls: 'GetItem GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'token, name, person, transaction, which finds out who has the new ones; and a notice of the new name',
    status: 204,
    asks: async ({ operator: token, person }) => {
      const name = fresh();
      const { userPrincipalName } = await person();
      return {
        token,
        path: { id: userPrincipalName },
        body: { userPrincipalName: `${name}@contoso.com`, employeeId: name },
      };
    },
  },
  {
    route: 'DELETE /v1.0/users/{id}',
    calls: 'GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'token, person, transaction, and a message for who waits for the seats',
    status: 204,
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: (await person({ skuIds: [licences.plenty.skuId] })).id },
    }),
  },
  {
    route: 'POST /v1.0/users/{id}/assignLicense',
    calls: 'GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'token, person, transaction, and a message for who waits for the seat that is freed',
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: (await person({ skuIds: [licences.plenty.skuId] })).id },
      body: { addLicenses: [], removeLicenses: [licences.plenty.skuId] },
    }),
  },
  {
    route: 'POST /v1.0/users/{id}/assignLicense',
    what: 'by name, with service plans switched off',
    calls: 'GetItem BatchGetItem GetItem BatchGetItem TransactWriteItems',
    because: 'one more for the name; the service plans are read where some are named',
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: (await person()).userPrincipalName },
      body: {
        addLicenses: [{ skuId: licences.plenty.skuId, disabledPlans: [licences.plan.servicePlanId] }],
        removeLicenses: [],
      },
    }),
  },
  {
    route: 'GET /v1.0/users/{id}/licenseDetails',
    calls: 'GetItem BatchGetItem GetItem BatchGetItem',
    because: 'token, person, licences with their seats as they are now, service plans',
    asks: async ({ operator: token, person }) => ({
      token,
      path: { id: (await person({ skuIds: [licences.plenty.skuId] })).id },
    }),
  },
  {
    route: 'GET /v1.0/subscribedSkus',
    calls: 'GetItem Query BatchGetItem BatchGetItem Query',
    because:
      'token; the catalogue as it is now in two, the service plans, and the line of the licence without a free seat',
    asks: ({ operator: token }) => ({ token }),
  },
  {
    route: 'GET /v1.0/subscribedSkus/{skuId}',
    calls: 'GetItem GetItem Query BatchGetItem',
    because: 'token, licence, service plans, and how many wait',
    asks: ({ operator: token }) => ({ token, path: { skuId: licences.plenty.skuId } }),
  },
  {
    route: 'GET /v1.0/subscribedSkus/{skuId}/waiting',
    calls: 'GetItem GetItem Query BatchGetItem Query',
    because: 'token, licence, line, people, and how many wait',
    asks: ({ operator: token }) => ({ token, path: { skuId: licences.none.skuId } }),
  },
  {
    route: 'PUT /v1.0/subscribedSkus/{skuId}',
    calls: 'GetItem GetItem TransactWriteItems SendMessageBatch',
    because:
      'token; licence as it was, and of one that is there its service plans; transaction; a message for who waits',
    asks: ({ operator: token }) => {
      const skuId = crypto.randomUUID();
      return {
        token,
        path: { skuId },
        body: { skuPartNumber: fresh().toUpperCase(), prepaidUnits: { enabled: 5 }, carriesMailbox: true },
      };
    },
  },
  {
    route: `GET /v1.0/directory/deletedItems/${deleted}`,
    calls: 'GetItem Query*16 BatchGetItem',
    because: 'token; the deleted lie in 16 partitions by the name that they had; and the people in one batch',
    asks: async ({ operator: token, removed }) => {
      await removed();
      return { token };
    },
  },
  {
    route: 'GET /v1.0/directory/deletedItems/{id}',
    calls: 'GetItem BatchGetItem',
    because: 'token, person',
    asks: async ({ operator: token, removed }) => ({ token, path: { id: (await removed()).id } }),
  },
  {
    route: 'POST /v1.0/directory/deletedItems/{id}/restore',
    calls: 'GetItem BatchGetItem TransactWriteItems SendMessageBatch',
    because: 'token, person, transaction, and a message for the new credentials',
    asks: async ({ operator: token, removed }) => ({ token, path: { id: (await removed()).id }, body: {} }),
  },
  {
    route: 'DELETE /v1.0/directory/deletedItems/{id}',
    calls: 'GetItem BatchGetItem BatchGetItem TransactWriteItems',
    because: 'token, person, person as they are to be removed, transaction',
    status: 204,
    asks: async ({ operator: token, removed }) => ({ token, path: { id: (await removed()).id } }),
  },
];
