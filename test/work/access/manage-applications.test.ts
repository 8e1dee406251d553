/** Who may make and change applications, what is recorded of it, and that a secret is seen once. */
import type { Principal } from '../../../shared/domain/principal.ts';
import { addDays } from '../../../shared/domain/time.ts';
import {
  addApplication,
  addPassword,
  changeApplication,
  removeApplication,
  removePassword,
} from '../../../shared/work/access/manage-applications.ts';
import { fakeApplications } from '../../fakes/applications.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { administrator, idOf } from '../../fakes/people.ts';

const withRoles = (...roles: string[]): Principal => ({ ...administrator, roles });
const privileged = withRoles('Privileged Role Administrator');

const setup = async (roles: string[] = ['User Administrator']) => {
  const [applications, clock] = [fakeApplications(), clockAt()];
  const ports = { applications, now: clock.now };
  const { id } = await addApplication({ displayName: 'Sync', roles, principal: administrator }, ports);
  const read = () => applications.read(id);
  return { ports, applications, clock, id, read, asked: { id, principal: administrator } };
};

const code = (code: string, target?: string) =>
  expect.objectContaining({ refusals: [expect.objectContaining({ code, ...(target && { target }) })] });

test('roles are named in any case, kept once and in order', async () => {
  const { read } = await setup(['reports reader', 'User Administrator', 'REPORTS READER']);
  expect((await read())?.roles).toEqual(['User Administrator', 'Reports Reader']);
});

test('a role that there is not is refused by name, and nothing is made', async () => {
  const [applications, now] = [fakeApplications(), () => monday];
  const made = addApplication(
    { displayName: 'x', roles: ['King', 'Queen'], principal: administrator },
    { applications, now },
  );
  await expect(made).rejects.toMatchObject({ refusals: [{ code: 'RoleUnknown', fact: 'King' }, { fact: 'Queen' }] });
  expect((await applications.list({ top: 9 })).applications).toEqual([]);
});

test('nobody gives, keeps or takes by an application what they may not give by themselves', async () => {
  const { ports, id, read } = await setup(['Global Administrator']);
  const asked = { id, principal: privileged };
  const before = await read();
  const giving = { displayName: 'x', roles: ['Global Administrator'], principal: privileged };
  await expect(addApplication(giving, ports)).rejects.toEqual(code('RoleNotYours'));
  await expect(changeApplication({ ...asked, roles: [] }, ports)).rejects.toEqual(code('RoleNotYours'));
  await expect(addPassword(asked, ports)).rejects.toEqual(code('RoleNotYours'));
  await expect(removeApplication(asked, ports)).rejects.toEqual(code('RoleNotYours'));
  expect(await read()).toEqual(before);
  await changeApplication({ ...asked, displayName: 'named', roles: ['Global Administrator'] }, ports);
  const allowed = { displayName: 'x', roles: ['Reports Reader'], principal: privileged };
  expect((await addApplication(allowed, ports)).roles).toEqual(['Reports Reader']);
});

test('an application changes others, and never itself', async () => {
  const { ports, id, read } = await setup(['Global Administrator']);
  const own: Principal = { kind: 'application', id, displayName: 'Sync', roles: ['Global Administrator'] };
  const asked = { id, principal: own };
  const before = await read();
  for (const attempt of [
    changeApplication({ ...asked, displayName: 'x' }, ports),
    changeApplication({ ...asked, roles: [] }, ports),
    addPassword(asked, ports),
    removePassword({ ...asked, keyId: 'x' }, ports),
    removeApplication(asked, ports),
  ]) {
    await expect(attempt).rejects.toEqual(code('ApplicationOwn'));
  }
  expect(await read()).toEqual(before);
  const other = await addApplication({ displayName: 'Other', roles: [], principal: own }, ports);
  await addPassword({ id: other.id, principal: own }, ports);
});

test('what is not there is not found', async () => {
  const { ports } = await setup();
  const asked = { id: idOf('nobody'), principal: administrator };
  for (const attempt of [
    changeApplication({ ...asked, displayName: 'x' }, ports),
    addPassword(asked, ports),
    removePassword({ ...asked, keyId: 'x' }, ports),
    removeApplication(asked, ports),
  ]) {
    await expect(attempt).rejects.toEqual(code('NotFound'));
  }
});

test('a secret: its text once, its hash kept; the third is refused, and one of no id cannot be removed', async () => {
  const { ports, asked, read } = await setup();
  const first = await addPassword({ ...asked, displayName: 'blue' }, ports);
  const second = await addPassword({ ...asked, endDateTime: addDays(monday, 730) }, ports);
  expect(Buffer.from(first.text.replace('muster_', ''), 'base64url')).toHaveLength(32);
  expect(first.text).toMatch(/^muster_/);
  expect(first.secret).toMatchObject({
    displayName: 'blue',
    hint: first.text.slice(7, 10),
    startDateTime: monday,
    endDateTime: addDays(monday, 180),
  });
  expect(JSON.stringify(await read()).includes(first.text.slice(7))).toBe(false);
  expect(second.secret.endDateTime).toBe(addDays(monday, 730));
  await expect(addPassword(asked, ports)).rejects.toEqual(code('ClientSecretLimit'));
  await expect(removePassword({ ...asked, keyId: 'x' }, ports)).rejects.toEqual(code('ValueInvalid', 'keyId'));
  await removePassword({ ...asked, keyId: first.secret.keyId }, ports);
  expect((await read())?.secrets).toEqual([second.secret]);
});

test('a secret that would end in the past, or after 730 days, is refused', async () => {
  const { ports, asked, read } = await setup();
  for (const days of [-1, 0, 731]) {
    const adding = addPassword({ ...asked, endDateTime: addDays(monday, days) }, ports);
    await expect(adding).rejects.toEqual(code('ValueInvalid', 'passwordCredential.endDateTime'));
  }
  expect((await read())?.secrets).toEqual([]);
});

test('the audit tells every step, and no secret', async () => {
  const { ports, asked, applications, id } = await setup();
  const { secret, text } = await addPassword(asked, ports);
  await changeApplication({ ...asked, roles: ['Reports Reader'] }, ports);
  await changeApplication({ ...asked, roles: ['Reports Reader'], displayName: 'Sync' }, ports);
  await removePassword({ ...asked, keyId: secret.keyId }, ports);
  await removeApplication(asked, ports);
  expect(applications.audit.map(({ activityDisplayName }) => activityDisplayName)).toEqual([
    'Add application',
    'Add application password',
    'Update application',
    'Remove application password',
    'Delete application',
  ]);
  expect(applications.audit[2]).toMatchObject({
    initiatedBy: { kind: 'operator', id: 'admin', displayName: 'Admin' },
    target: { type: 'Application', id, displayName: 'Sync' },
    modifiedProperties: [{ displayName: 'roles', oldValue: ['User Administrator'], newValue: ['Reports Reader'] }],
  });
  const written = JSON.stringify(applications.audit);
  expect([text.slice(7), secret.hash].filter((part) => written.includes(part))).toEqual([]);
  expect(written).toContain(secret.keyId);
});
