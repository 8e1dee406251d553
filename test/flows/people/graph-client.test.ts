/** Scripts that were written for Microsoft Graph: Microsoft's own JavaScript client does its work here. */
import {
  BatchRequestContent,
  BatchResponseContent,
  type Client,
  GraphError,
  type PageCollection,
  PageIterator,
} from '@microsoft/microsoft-graph-client';
import { graphClient } from '../driver/graph-client.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import type { User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
let graph: Client;
beforeAll(async () => {
  muster = await sharedMuster();
  graph = graphClient(muster);
});
afterAll(() => muster.close());

const create = async (givenName: string, more: object = {}): Promise<User> =>
  graph.api('/users').post({ ...someone(givenName), ...more });

const refusalOf = async (work: Promise<unknown>): Promise<GraphError> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

test('create, get, patch, delete and restore', async () => {
  const body = {
    accountEnabled: true,
    ...someone('Ada'),
    mailNickname: 'ada',
    passwordProfile: { forceChangePasswordNextSignIn: true, password: `Long-and-${unique()}-Strong` },
  };
  const ada: User = await graph.api('/users').post(body);
  expect(ada).toMatchObject({ displayName: 'Ada Tester', userPrincipalName: body.userPrincipalName });
  await graph.api(`/users/${ada.id}`).patch({ jobTitle: 'Countess', department: 'Engines' });
  const picked = await graph.api(`/users/${ada.userPrincipalName}`).select(['id', 'jobTitle', 'department']).get();
  expect(picked).toMatchObject({ id: ada.id, jobTitle: 'Countess', department: 'Engines' });
  expect(picked).not.toHaveProperty('displayName');

  await graph.api(`/users/${ada.id}`).delete();
  expect(await refusalOf(graph.api(`/users/${ada.id}`).get())).toMatchObject({ statusCode: 404 });
  const bin = await graph.api('/directory/deletedItems/microsoft.graph.user').top(999).get();
  expect(bin.value.map(({ id }: User) => id)).toContain(ada.id);
  await graph.api(`/directory/deletedItems/${ada.id}/restore`).post({});
  expect(await graph.api(`/users/${ada.id}`).get()).toMatchObject({ jobTitle: 'Countess' });
});

test('pages are walked by the client’s own iterator', async () => {
  const department = `Department ${unique()}`;
  const made = await Promise.all(Array.from({ length: 7 }, (_, index) => create(`Page${index}`, { department })));
  const page: PageCollection = await graph
    .api('/users')
    .filter(`department eq '${department}'`)
    .orderby('displayName')
    .top(3)
    .get();
  const seen: User[] = [];
  await new PageIterator(graph, page, (user: User) => {
    seen.push(user);
    return true;
  }).iterate();
  expect(seen.map(({ displayName }) => displayName)).toEqual(made.map(({ displayName }) => displayName).toSorted());
});

test('licences are given and taken', async () => {
  const { skuId } = await newLicence(muster, 1);
  const ada = await create('Lic', { usageLocation: 'NL' });
  const assign = graph.api(`/users/${ada.id}/assignLicense`);
  const given: User = await assign.post({ addLicenses: [{ skuId, disabledPlans: [] }], removeLicenses: [] });
  expect(given.assignedLicenses.map((licence) => licence.skuId)).toEqual([skuId]);
  const { value } = await graph.api(`/users/${ada.id}/licenseDetails`).get();
  expect(value).toMatchObject([{ skuId }]);
  const taken: User = await assign.post({ addLicenses: [], removeLicenses: [skuId] });
  expect(taken.assignedLicenses).toEqual([]);
});

// The client sends dependencies of three kinds: none, each on the one before, or all on the same.
test('a batch as the client makes it', async () => {
  const [first, second] = [someone('First'), someone('Second')];
  const post = (body: object) =>
    new Request('https://muster.example/v1.0/users', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  const content = new BatchRequestContent([
    { id: '1', request: post(first) },
    { id: '2', request: post(second), dependsOn: ['1'] },
    { id: '3', request: post({ displayName: 'Nobody' }), dependsOn: ['1'] },
    { id: '4', request: new Request(`https://muster.example/v1.0/users/${first.userPrincipalName}`), dependsOn: ['1'] },
  ]);
  const answers = new BatchResponseContent(await graph.api('/$batch').post(await content.getContent()));
  const statusOf = (id: string) => answers.getResponseById(id).status;
  expect(['1', '2', '3', '4'].map(statusOf)).toEqual([201, 201, 400, 200]);
  expect(await answers.getResponseById('4').json()).toMatchObject({ displayName: 'First Tester' });
});

test('a refusal is the client’s own error, with code, status and request id', async () => {
  const ada = await create('Twin');
  const { userPrincipalName, displayName } = ada;
  const error = await refusalOf(graph.api('/users').post({ userPrincipalName, displayName }));
  expect(error).toMatchObject({ statusCode: 409, code: 'UserNameTaken' });
  expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
});
