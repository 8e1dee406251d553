/** Everything that people, licences, roles and applications can have become within six weeks. */
import { type RoleName, roleIds } from '../../../shared/domain/access/roles.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import { mailedPerson, resetPassword, settledPerson, signIn, signInAtFirst } from '../driver/signing-in.ts';
import type { Notes } from './notes.ts';

const chosen = () => `Own-${unique()}-Quokka7`;

/** Six weeks ago and since; at the end it is today, and nothing is under way. */
export const makePeople = async (
  muster: Muster,
): Promise<Pick<Notes, 'people' | 'administrator' | 'application' | 'secrets'>> => {
  const { api } = muster;
  const control = controlOf(muster);
  const pass = async (days: number) => {
    await control.quiet();
    await control.daysAfter(await control.now(), days);
    await control.quiet();
  };
  const plan = await newLicence(muster, 3, { name: 'DESK' });
  await newLicence(muster, 7, { carriesMailbox: false, name: 'TOOLS' });
  const holder = (name: string) =>
    api.addUser({ ...someone(name), usageLocation: 'NL', assignedLicenses: [{ skuId: plan.skuId }] });
  const unlicensed = ({ id }: { id: string }) =>
    api.assignLicense(id, { addLicenses: [], removeLicenses: [plan.skuId] });

  const give = (role: RoleName, { id }: { id: string }) =>
    api.ask('POST', `/v1.0/directoryRoles/${roleIds[role]}/members/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
    });

  const purged = await holder('Purged');
  const disabled = await holder('Disabled');
  const inGrace = await holder('Grace');
  const lapsed = await api.addUser(someone('Lapsed'));
  await control.quiet();
  await api.ask('DELETE', `/v1.0/users/${purged.id}`);
  await unlicensed(disabled);
  await pass(21.9);
  await unlicensed(inGrace);
  await pass(10);
  await pass(12.95);

  const licensed = await holder('Licensed');
  await holder('Second');
  await holder('Third');
  const waiting = await holder('Waiting');
  const deleted = await api.addUser({ ...someone('Deleted'), usageLocation: 'NL', department: 'Sales' });
  const bounced = await api.addUser(someone('Bounced'));
  const changed = await mailedPerson(muster, 'Changed');
  await signInAtFirst(muster, changed.name, changed.address);
  await api.ask('PATCH', `/v1.0/users/${changed.id}`, { jobTitle: 'Pilot', city: 'Delft', displayName: 'Änne Öz' });
  await resetPassword(muster, changed.id, {});
  await api.ask('DELETE', `/v1.0/users/${deleted.id}`);

  const administrator = await settledPerson(muster, 'Admin', chosen());
  await give('User Administrator', administrator);
  const session = (await signIn(muster, administrator.name, administrator.password)).body.token;
  const chief = await settledPerson(muster, 'Chief', chosen());
  await give('Global Administrator', chief);
  await signIn(muster, `nobody.${unique()}@contoso.com`, 'not the password');
  await signIn(muster, licensed.userPrincipalName, 'not the password');

  const application = await makeApplication(muster);
  await control.quiet();
  return {
    people: {
      licensed: licensed.id,
      waiting: waiting.id,
      deleted: deleted.id,
      purged: purged.id,
      inGrace: inGrace.id,
      disabled: disabled.id,
      lapsed: lapsed.id,
      changed: changed.id,
      bounced: bounced.id,
    },
    administrator: { ...administrator, session },
    application,
    secrets: [administrator.password, chief.password, session, application.secret],
  };
};

const makeApplication = async ({ api }: Muster): Promise<Notes['application']> => {
  const made = await api.ask('POST', '/v1.0/applications', {
    displayName: 'Personnel',
    roles: ['User Administrator'],
  });
  const { id, appId } = made.body as { id: string; appId: string };
  const added = await api.ask('POST', `/v1.0/applications/${id}/addPassword`, { passwordCredential: {} });
  return { appId, secret: (added.body as { secretText: string }).secretText };
};
