// What a script for Microsoft Graph does, by Microsoft's client as it is. Runs behind the lines of
// docs/coming-from-microsoft-graph.md that make `graph`. Whatever is not as in Graph throws, and ends it with its line.
import { deepEqual, equal } from 'node:assert/strict';
import { BatchRequestContent, BatchResponseContent, PageIterator } from '@microsoft/microsoft-graph-client';

const { MARK: mark, SKU_ID: skuId } = process.env;
const passwordMethod = '28c10230-6103-485e-b985-444c60001490';
const done = [];

const person = (name, more = {}) => ({
  '@odata.type': '#microsoft.graph.user',
  accountEnabled: true,
  displayName: `${name} ${mark}`,
  userPrincipalName: `${name}.${mark}@contoso.com`.toLowerCase(),
  mailNickname: name.toLowerCase(),
  department: mark,
  usageLocation: 'NL',
  ...more,
});

const refusalOf = async (work) => {
  try {
    await work;
  } catch ({ statusCode, code }) {
    return [statusCode, code];
  }
  throw new Error('it was not refused');
};

const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'];
// A chosen password costs the engine half a second.
const passwordProfile = { password: 'Long-Enough-4711', forceChangePasswordNextSignIn: false };
const made = [];
for (const name of names)
  made.push(await graph.api('/users').post(person(name, { ...(name === 'Bo' && { passwordProfile }) })));
deepEqual(await refusalOf(graph.api('/users').post(person('Ada'))), [409, 'UserNameTaken']);
const [ada, bo] = made;
done.push('create');

const filter = `department eq '${mark}'`;
const page = await graph.api('/users').filter(filter).select(['id', 'displayName']).orderby('displayName').top(3).get();
const seen = [];
await new PageIterator(graph, page, (user) => seen.push(user) > 0).iterate();
deepEqual(
  seen.map(({ id }) => id),
  made.map(({ id }) => id),
);
const found = await graph.api('/users').filter(`startswith(displayName,'Gus ${mark}')`).get();
deepEqual(
  found.value.map(({ id }) => id),
  [made[6].id],
);
done.push('list');

await graph.api(`/users/${ada.id}`).patch({ jobTitle: 'Countess', mobilePhone: '+44 20 7946 0000' });
const read = await graph.api(`/users/${ada.userPrincipalName}`).select(['jobTitle', 'mobilePhone']).get();
deepEqual([read.jobTitle, read.mobilePhone, read.displayName], ['Countess', '+44 20 7946 0000', undefined]);
done.push('patch');

const assign = graph.api(`/users/${ada.id}/assignLicense`);
const given = await assign.post({ addLicenses: [{ skuId, disabledPlans: [] }], removeLicenses: [] });
deepEqual(
  given.assignedLicenses.map((licence) => licence.skuId),
  [skuId],
);
const details = await graph.api(`/users/${ada.id}/licenseDetails`).get();
deepEqual(
  details.value.map((licence) => licence.skuId),
  [skuId],
);
deepEqual((await assign.post({ addLicenses: [], removeLicenses: [skuId] })).assignedLicenses, []);
done.push('licence');

const reset = `/users/${ada.id}/authentication/methods/${passwordMethod}/resetPassword`;
await graph.api(reset).post({ newPassword: 'Given-Anew-0815' });
done.push('reset');

const signIn = async (password) => {
  const body = JSON.stringify({ userPrincipalName: bo.userPrincipalName, password });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${API_URL}/v1.0/signIn`, { method: 'POST', headers, body });
  equal(answer.status, 200);
  return (await answer.json()).token;
};
const token = await signIn('Long-Enough-4711');
const own = Client.initWithMiddleware({
  baseUrl: API_URL,
  customHosts: new Set([new URL(API_URL).hostname]),
  authProvider: { getAccessToken: async () => token },
});
const chosen = { currentPassword: 'Long-Enough-4711', newPassword: 'Chosen-Here-2342' };
await own.api('/me/changePassword').post(chosen);
await signIn(chosen.newPassword);
done.push('changePassword');

await graph.api(`/users/${ada.id}`).delete();
equal((await refusalOf(graph.api(`/users/${ada.id}`).get()))[0], 404);
const bin = await graph.api('/directory/deletedItems/microsoft.graph.user').top(100).get();
equal(
  bin.value.some(({ id }) => id === ada.id),
  true,
);
done.push('delete');
await graph.api(`/directory/deletedItems/${ada.id}/restore`).post({});
equal((await graph.api(`/users/${ada.id}`).get()).displayName, ada.displayName);
done.push('restore');

const zoe = person('Zoe');
const requestOf = (path, body) =>
  new Request(`${API_URL}/v1.0${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
const content = new BatchRequestContent([
  { id: 'read', request: requestOf(`/users/${ada.id}`) },
  { id: 'create', request: requestOf('/users', zoe) },
  { id: 'nobody', request: requestOf(`/users/nobody.${mark}@contoso.com`) },
]);
const answers = new BatchResponseContent(await graph.api('/$batch').post(await content.getContent()));
deepEqual(
  ['read', 'create', 'nobody'].map((id) => answers.getResponseById(id).status),
  [200, 201, 404],
);
equal((await answers.getResponseById('create').json()).displayName, zoe.displayName);
done.push('batch');

console.log(done.join(', '));
