/** The life of a person by HTTP: changed, renamed, blocked, reset, deleted, restored, removed. */
import { passwordIn, wentTo } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import type { Page, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

type Deleted = User & { deletedDateTime: string };

const address = (idOrName: string) => `/v1.0/users/${encodeURIComponent(idOrName)}`;
const deletedItem = (id: string) => `/v1.0/directory/deletedItems/${id}`;
const patch = (idOrName: string, body: object, headers: Record<string, string> = {}) =>
  muster.api.ask('PATCH', address(idOrName), body, { headers });
const remove = (idOrName: string, headers: Record<string, string> = {}) =>
  muster.api.ask('DELETE', address(idOrName), undefined, { headers });
const restore = (id: string, body?: object) => muster.api.ask('POST', `${deletedItem(id)}/restore`, body);

/** The status of an answer, with the code of its refusal. */
const told = ({ status, body }: { status: number; body: unknown }) => {
  const code = (body as { error?: { code: string } } | undefined)?.error?.code;
  return code ? [status, code] : [status];
};

const whenSent = (id: string) =>
  waitFor(
    'the credentials to be marked as sent',
    () => muster.api.user(id),
    ({ credentialMail }) => credentialMail.state === 'sent',
  );

/** A person whose credentials have arrived. */
const settled = async (name: string, body: object = {}) => {
  const person = someone(name);
  const { id } = await muster.api.addUser({ ...person, ...body });
  const mail = await muster.mailbox.mail({ to: person.otherMails[0] });
  await whenSent(id);
  return { ...person, id, mail, address: person.otherMails[0] };
};

test('changed: 204, then 200 with the person for who prefers that; null empties', async () => {
  const { id, userPrincipalName } = await muster.api.addUser({
    ...someone('Ada'),
    city: 'London',
    jobTitle: 'Analyst',
  });
  expect(told(await patch(userPrincipalName, { city: 'Paris', jobTitle: null }))).toEqual([204]);
  expect(await muster.api.user(id)).toMatchObject({ city: 'Paris', jobTitle: null });
  const answer = await patch(id, { officeLocation: '3.04' }, { prefer: 'return=representation' });
  expect(answer).toMatchObject({ status: 200, body: { city: 'Paris', officeLocation: '3.04' } });
});

test('all that is wrong is in one answer, and nothing is changed', async () => {
  const { id } = await muster.api.addUser({ ...someone('Bea'), city: 'London' });
  const answer = await patch(id, { city: 'Paris', usageLocation: 'XX', salary: 1, displayName: null });
  const { error } = answer.body as { error: { details: { target: string }[] } };
  expect(answer.status).toBe(400);
  expect(error.details.map(({ target }) => target).sort()).toEqual(['displayName', 'salary', 'usageLocation']);
  expect(await muster.api.user(id)).toMatchObject({ city: 'London' });
});

test('renamed: the old name is free, the new one is taken, and the person hears of it', async () => {
  const cas = await settled('Cas');
  const fresh = someone('Caspar').userPrincipalName;
  expect(told(await patch(cas.id, { userPrincipalName: fresh }))).toEqual([204]);
  expect((await muster.api.user(fresh)).id).toBe(cas.id);
  expect((await muster.api.ask('GET', address(cas.userPrincipalName))).status).toBe(404);

  const mail = await muster.mailbox.mail({ to: cas.address, about: cas.userPrincipalName });
  const later = await muster.mailbox.mail({ to: cas.address, about: fresh });
  expect(wentTo(later, [cas.address])).toBe(true);
  expect(later.text.includes(cas.userPrincipalName)).toBe(true);
  expect(mail.to).toEqual([cas.address]);

  const heir = await muster.api.addUser({ displayName: 'Heir', userPrincipalName: cas.userPrincipalName });
  expect(heir.id).not.toBe(cas.id);
  expect(told(await patch(heir.id, { userPrincipalName: fresh.toUpperCase() }))).toEqual([409, 'UserNameTaken']);
});

test('two renames to one name at once: one wins, and the other is told who has it', async () => {
  const people = await Promise.all([muster.api.addUser(someone('Dag')), muster.api.addUser(someone('Dan'))]);
  const { userPrincipalName } = someone('Boss');
  const answers = await Promise.all(people.map(({ id }) => patch(id, { userPrincipalName })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  const winner = people[answers.findIndex(({ status }) => status === 204)] as User;
  const refusal = answers.find(({ status }) => status === 409)?.text ?? '';
  expect(refusal.includes(`${winner.displayName} (${winner.id})`)).toBe(true);
  expect((await muster.api.user(userPrincipalName)).id).toBe(winner.id);
});

test('If-Match: who saw an older state changes and deletes nothing', async () => {
  const { id } = await settled('Eva');
  const read = await muster.api.ask('GET', address(id));
  const tag = read.headers.get('etag') ?? '';
  expect(tag).toBe((read.body as { '@odata.etag': string })['@odata.etag']);
  expect(told(await patch(id, { city: 'Paris' }, { 'if-match': tag }))).toEqual([204]);
  expect(told(await patch(id, { city: 'Rome' }, { 'if-match': tag }))).toEqual([412, 'PreconditionFailed']);
  expect(told(await remove(id, { 'if-match': tag }))).toEqual([412, 'PreconditionFailed']);
  expect(await muster.api.user(id)).toMatchObject({ city: 'Paris' });
  const now = (await muster.api.ask('GET', address(id))).headers.get('etag') ?? '';
  const answers = await Promise.all(['Rome', 'Oslo'].map((city) => patch(id, { city }, { 'if-match': now })));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
  expect(told(await remove(id, { 'if-match': '*' }))).toEqual([204]);
});

test('blocked and reset: the sessions of before are over, and no password lies in an answer', async () => {
  const { id } = await settled('Fay');
  const validFrom = async () =>
    Date.parse(
      ((await muster.api.user(id)) as User & { signInSessionsValidFromDateTime: string })
        .signInSessionsValidFromDateTime,
    );
  const atFirst = await validFrom();
  expect(told(await patch(id, { accountEnabled: false }))).toEqual([204]);
  expect(await muster.api.user(id)).toMatchObject({ accountEnabled: false });
  const blocked = await validFrom();
  expect(blocked).toBeGreaterThan(atFirst);

  const password = `Own-${unique()}-Kookaburra/7+`;
  const passwordProfile = { password, forceChangePasswordNextSignIn: false };
  const answer = await patch(id, { passwordProfile }, { prefer: 'return=representation' });
  expect(answer).toMatchObject({ status: 200, body: { passwordProfile: { forceChangePasswordNextSignIn: false } } });
  expect(answer.text.includes(password)).toBe(false);
  expect(await validFrom()).toBeGreaterThan(blocked);
  expect(told(await patch(id, { passwordProfile }))).toEqual([400, 'PasswordRepeated']);
  const weak = { passwordProfile: { password: 'Welcome1' } };
  expect(told(await patch(id, weak))).toEqual([400, 'PasswordBanned']);
});

test('deleted: the name is free, the seat goes to who waits, and the person is among the deleted', async () => {
  const plan = await newLicence(muster, 1);
  const licence = { usageLocation: 'NL', assignedLicenses: [{ skuId: plan.skuId }] };
  const gus = await settled('Gus', licence);
  const waiting = await muster.api.addUser({ ...someone('Hal'), ...licence });
  expect(told(await patch(gus.id, { usageLocation: null }))).toEqual([400, 'UsageLocationMissing']);

  expect(told(await remove(gus.userPrincipalName))).toEqual([204]);
  expect([(await remove(gus.id)).status, (await muster.api.ask('GET', address(gus.id))).status]).toEqual([404, 404]);
  await waitFor(
    'the seat to be given on',
    () => muster.api.user(waiting.id),
    ({ assignedLicenses }) => assignedLicenses.length === 1,
  );
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 1 });
  const found = await muster.api.ask('GET', deletedItem(gus.id));
  expect(found.body).toMatchObject({ id: gus.id, userPrincipalName: gus.userPrincipalName, assignedLicenses: [] });
  expect(Date.parse((found.body as Deleted).deletedDateTime)).toBeGreaterThan(0);

  const seen: string[] = [];
  for await (const page of muster.api.walk<Deleted>('/v1.0/directory/deletedItems/microsoft.graph.user?$top=3')) {
    seen.push(...page.map(({ id }) => id));
  }
  expect(seen.filter((id) => id === gus.id)).toHaveLength(1);
  expect(new Set(seen).size).toBe(seen.length);
});

test('restored: licence and name come back, with a new password by mail', async () => {
  const plan = await newLicence(muster, 1);
  const ida = await settled('Ida', { usageLocation: 'NL', assignedLicenses: [{ skuId: plan.skuId }] });
  await remove(ida.id);
  expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: 0 });
  const answer = await restore(ida.id);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      id: ida.id,
      userPrincipalName: ida.userPrincipalName,
      deletedDateTime: null,
      assignedLicenses: [{ skuId: plan.skuId }],
      mailbox: { state: 'active' },
      credentialMail: { state: 'owed' },
    },
  });
  const mails = await muster.mailbox.mails({ to: ida.address }, 2);
  expect(new Set(mails.map(passwordIn)).size).toBe(2);
  expect((await whenSent(ida.id)).passwordState).toBe('valid');
  expect(told(await restore(ida.id))).toEqual([404, 'NotFound']);
});

test('restored when somebody has the name, and the seat: 409 that names them, then another name, waiting', async () => {
  const plan = await newLicence(muster, 1);
  const licence = { usageLocation: 'NL', assignedLicenses: [{ skuId: plan.skuId }] };
  const { id, userPrincipalName } = await muster.api.addUser({ ...someone('Jan'), ...licence });
  await remove(id);
  const heir = await muster.api.addUser({ displayName: 'The Heir', userPrincipalName, ...licence });

  const refused = await restore(id);
  expect(told(refused)).toEqual([409, 'UserNameTaken']);
  expect(refused.text.includes(`The Heir (${heir.id})`)).toBe(true);
  const { userPrincipalName: another } = someone('Jan');
  expect((await restore(id, { newUserPrincipalName: another })).body).toMatchObject({
    userPrincipalName: another,
    assignedLicenses: [],
    waitingLicenses: [{ skuId: plan.skuId }],
    mailbox: { state: 'grace' },
    seatsToBuy: [{ skuId: plan.skuId, seats: 1 }],
  });
  expect((await muster.api.user(userPrincipalName)).id).toBe(heir.id);
});

test('removed for good: nothing brings the person back, and the name is anybody’s', async () => {
  const kim = someone('Kim');
  const { id } = await muster.api.addUser(kim);
  expect(told(await muster.api.ask('DELETE', deletedItem(id)))).toEqual([404, 'NotFound']);
  await remove(id);
  expect(told(await muster.api.ask('DELETE', deletedItem(id)))).toEqual([204]);
  for (const [method, path] of [
    ['GET', deletedItem(id)],
    ['DELETE', deletedItem(id)],
    ['POST', `${deletedItem(id)}/restore`],
    ['GET', address(id)],
  ] as const) {
    expect(told(await muster.api.ask(method, path))).toEqual([404, 'NotFound']);
  }
  expect((await muster.api.addUser(kim)).id).not.toBe(id);
});

test('a repeated request to add who was deleted since says so', async () => {
  const lou = someone('Lou');
  const once = { headers: { 'idempotency-key': unique() } };
  const { id } = await muster.api.addUser(lou, once);
  await remove(id);
  const again = await muster.api.ask('POST', '/v1.0/users', lou, once);
  expect(told(again)).toEqual([409, 'PersonDeleted']);
  expect(again.text.includes(id)).toBe(true);
  const list = (await muster.api.ask('GET', '/v1.0/users?$top=999')).body as Page<User>;
  expect(list.value.some((user) => user.id === id)).toBe(false);
});
