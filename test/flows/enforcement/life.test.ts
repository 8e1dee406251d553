/** A year of one person's life, on a clock that is moved; the audit tells every step of it. Local: here time can be moved. */
import { passwordIn } from '../driver/mailbox.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { newLicence, setSeats, someone, unique } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import type { Page, User } from '../driver/resources.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

const engine = ownEngine();
let muster: Muster;
beforeAll(async () => {
  if (isLocal) muster = await engine.start();
}, 120_000);
afterAll(() => engine.end());

type AuditEntry = {
  activityDisplayName: string;
  activityDateTime: string;
  targetResources: { modifiedProperties: { displayName: string; newValue: string | null }[] }[];
};

/** Moves time on and lets the sweep run; what is under way ends before. */
const pass = async (days: number) => {
  const control = controlOf(muster);
  await control.quiet();
  await control.daysAfter(await control.now(), days);
  await control.quiet();
};

const user = (id: string) => muster.api.user(id);
const become = (id: string, what: string, fits: (one: User) => boolean) => waitFor(what, () => user(id), fits);

/** The newest password that was mailed to an address. */
const mailedPassword = async (address: string, count: number): Promise<string> => {
  const mails = await muster.mailbox.mails({ to: address, about: 'Temporary password' }, count);
  const passwords = new Set(mails.map(passwordIn));
  expect(passwords.size).toBe(count);
  // The mailbox has its newest mail first or last: only one of them opens.
  for (const password of passwords) seen.add(password);
  return [...passwords].find((password) => !used.has(password)) ?? '';
};
const seen = new Set<string>();
const used = new Set<string>();

const ask = async (path: string, body: object, token?: string) => {
  const headers = { authorization: token === undefined ? undefined : `Bearer ${token}` };
  const answer = await muster.api.ask('POST', path, body, { headers });
  return {
    ...answer,
    body: answer.body as Record<string, never> & { passwordChange: { token: string }; token: string },
  };
};

/** Signs in with a mailed password and chooses an own one. */
const chooseOwn = async (userPrincipalName: string, mailed: string, newPassword: string) => {
  used.add(mailed);
  const first = await ask('/v1.0/signIn', { userPrincipalName, password: mailed });
  expect([first.status, first.body]).toMatchObject([403, { error: { code: 'PasswordChangeRequired' } }]);
  const change = { currentPassword: mailed, newPassword };
  expect(await ask('/v1.0/me/changePassword', change, first.body.passwordChange.token)).toMatchObject({ status: 200 });
};

const auditOf = async (id: string): Promise<AuditEntry[]> => {
  const filter = encodeURIComponent(`targetResources/any(t:t/id eq '${id}')`);
  const { status, body } = await muster.api.ask('GET', `/v1.0/auditLogs/directoryAudits?$filter=${filter}&$top=500`);
  expect(status).toBe(200);
  return (body as Page<AuditEntry>).value;
};

testLocally(
  'added, warned, expired, changed, unlicensed, disabled, licensed, deleted, restored, deleted, purged',
  async () => {
    const licence = await newLicence(muster, 1);
    const { skuId } = licence;
    const person = someone('Year');
    const [address] = person.otherMails;
    const { id } = await muster.api.addUser({ ...person, usageLocation: 'NL', assignedLicenses: [{ skuId }] });
    const { userPrincipalName } = person;

    await chooseOwn(userPrincipalName, await mailedPassword(address, 1), `First-own-${unique()}`);
    await pass(80);
    await become(id, 'the warning', () => true);
    await pass(11);
    expect(await user(id)).toMatchObject({ passwordState: 'expired', mailbox: { state: 'active' } });

    const reset = `/v1.0/users/${id}/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword`;
    expect((await muster.api.ask('POST', reset, {})).status).toBe(202);
    await chooseOwn(userPrincipalName, await mailedPassword(address, 2), `Second-own-${unique()}`);
    expect(await user(id)).toMatchObject({ passwordState: 'valid' });

    await muster.api.assignLicense(id, { addLicenses: [], removeLicenses: [skuId] });
    expect(await user(id)).toMatchObject({ mailbox: { state: 'grace' } });
    await pass(31);
    expect(await user(id)).toMatchObject({ mailbox: { state: 'disabled' } });
    await muster.api.assignLicense(id, { addLicenses: [{ skuId }], removeLicenses: [] });
    expect(await user(id)).toMatchObject({ mailbox: { state: 'active' }, assignedLicenses: [{ skuId }] });

    expect((await muster.api.ask('DELETE', `/v1.0/users/${id}`)).status).toBe(204);
    expect((await muster.api.ask('GET', `/v1.0/users/${id}`)).status).toBe(404);
    expect(await muster.api.licence(skuId)).toMatchObject({ consumedUnits: 0 });
    await setSeats(muster, licence, 0);
    await pass(29);
    const restore = await muster.api.ask('POST', `/v1.0/directory/deletedItems/${id}/restore`, {});
    expect([restore.status, restore.body]).toMatchObject([200, { assignedLicenses: [], waitingLicenses: [{ skuId }] }]);
    await setSeats(muster, licence, 1);
    await become(id, 'the licence to be given back', ({ assignedLicenses }) => assignedLicenses.length === 1);

    expect((await muster.api.ask('DELETE', `/v1.0/users/${id}`)).status).toBe(204);
    await pass(31);
    expect((await muster.api.ask('GET', `/v1.0/directory/deletedItems/${id}`)).status).toBe(404);

    const entries = (await auditOf(id)).toReversed();
    const told = entries.map(({ activityDisplayName, targetResources }) => {
      const names = targetResources[0]?.modifiedProperties.map(({ displayName }) => displayName) ?? [];
      return `${activityDisplayName}: ${names.join(' ')}`;
    });
    const inOrder = [
      /^Add user:/,
      /^Change password.*forceChangePasswordNextSignIn/,
      /^Enforce policy:.*passwordWarnedDays/,
      /^Enforce policy:.*passwordExpired/,
      /^Reset user password:/,
      /^Change password/,
      /^Change user license:.*assignedLicenses/,
      /^Enforce policy:.*mailbox/,
      /^Change user license:.*assignedLicenses/,
      /^Delete user:.*deletedDateTime/,
      /^Restore user:.*deletedDateTime/,
      /^Assign waiting license:.*assignedLicenses/,
      /^Delete user:/,
      /^Hard Delete user:.*userPrincipalName/,
    ];
    let from = 0;
    for (const step of inOrder) {
      const at = told.findIndex((line, index) => index >= from && step.test(line));
      expect([String(step), told.slice(from), at >= 0]).toEqual([String(step), told.slice(from), true]);
      from = at + 1;
    }
    const text = JSON.stringify(entries);
    expect([...seen].filter((password) => text.includes(password))).toEqual([]);
  },
  300_000,
);
