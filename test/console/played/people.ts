/** People, as the API shows them: a small directory that answers as the real one does, and keeps what is changed. */
import type { Licence, Person } from '../../../clients/console/api/people.ts';
import { type Asked, type Played, type PlayedRoutes, refusal } from '../played-console.ts';

const e3 = '05e9a617-0261-4cee-bb44-138d3ef5d965';
const f3 = '66b55226-6b4f-492c-910c-a3b7a3c9d993';

const licence = (
  skuId: string,
  skuPartNumber: string,
  displayName: string,
  enabled: number,
  consumed: number,
): Licence => ({
  id: skuId,
  skuId,
  skuPartNumber,
  displayName,
  carriesMailbox: true,
  capabilityStatus: 'Enabled',
  appliesTo: 'User',
  prepaidUnits: { enabled, suspended: 0, warning: 0, lockedOut: 0 },
  consumedUnits: consumed,
  reservedUnits: 0,
  servicePlans: [
    plan('EXCHANGE_S_ENTERPRISE', 'efb87545-963c-4e0d-99df-69c6916d9eb0'),
    plan('TEAMS1', '57ff2da0-773e-42df-b2af-ffb7a2317929'),
  ],
});

const plan = (servicePlanName: string, servicePlanId: string) =>
  ({
    ...{ servicePlanId, servicePlanName, displayName: planNames[servicePlanName] ?? servicePlanName },
    ...({ provisioningStatus: 'Success', appliesTo: 'User' } as const),
  }) as const;

const planNames: Readonly<Record<string, string>> = {
  EXCHANGE_S_ENTERPRISE: 'Exchange Online (Plan 2)',
  TEAMS1: 'Microsoft Teams',
};

/** The licences of the played directory: one with seats left, one without. */
export const playedLicences = (): Licence[] => [
  licence(e3, 'SPE_E3', 'Microsoft 365 E3', 25, 4),
  licence(f3, 'SPE_F1', 'Microsoft 365 F3', 1, 1),
];

const names = [
  ...['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Katherine Johnson', 'Edsger Dijkstra', 'Barbara Liskov'],
  ...['Margaret Hamilton', 'Tim Berners-Lee', 'Radia Perlman', 'Dennis Ritchie', 'Frances Allen', '王小云'],
];

/** The id of a person by their place, counted from 0. */
export const idOfPerson = (index: number): string => `0b6d2e1c-5a4f-4f0e-9c55-${String(index + 1).padStart(12, '0')}`;

/** Everybody of the played directory is managed here alone. */
const notOnPremises = {
  onPremisesSyncEnabled: null,
  onPremisesImmutableId: null,
  onPremisesLastSyncDateTime: null,
  onPremisesDistinguishedName: null,
  onPremisesDomainName: null,
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesUserPrincipalName: null,
};

const person = (displayName: string, index: number): Person => {
  const [givenName = '', surname = ''] = displayName.split(' ');
  const mailNickname = index === 11 ? 'xiaoyun.wang' : givenName.toLowerCase();
  const userPrincipalName = `${mailNickname}@contoso.com`;
  return {
    '@odata.etag': `W/"${index}-1"`,
    id: idOfPerson(index),
    userPrincipalName,
    displayName,
    mailNickname,
    mail: userPrincipalName,
    accountEnabled: index !== 4,
    givenName,
    surname,
    jobTitle: index % 2 ? 'Engineer' : 'Scientist',
    department: ['Research', 'Engineering', 'Finance'][index % 3] ?? null,
    officeLocation: '12/1110',
    mobilePhone: null,
    faxNumber: null,
    streetAddress: 'Keizersgracht 1',
    city: 'Amsterdam',
    state: null,
    postalCode: '1015 CJ',
    country: 'Netherlands',
    preferredLanguage: 'en',
    employeeId: String(1000 + index),
    usageLocation: 'NL',
    businessPhones: ['+31 20 555 0100'],
    otherMails: [`${mailNickname}@example.com`],
    proxyAddresses: [],
    ...notOnPremises,
    userType: 'Member',
    createdDateTime: '2026-10-01T08:00:00.000Z',
    deletedDateTime: null,
    signInSessionsValidFromDateTime: '2026-10-01T08:00:00.000Z',
    lastPasswordChangeDateTime: '2026-10-02T08:00:00.000Z',
    passwordProfile: { forceChangePasswordNextSignIn: index === 2 },
    passwordPolicies: null,
    temporaryPasswordExpiresDateTime: null,
    passwordExpiresDateTime: index === 3 ? null : '2027-01-30T08:00:00.000Z',
    passwordState: index === 5 ? 'expired' : index === 6 ? 'lapsed' : 'valid',
    signInActivity: index % 4 ? { lastSignInDateTime: '2026-11-27T09:12:00.000Z' } : null,
    assignedLicenses: index % 4 === 3 ? [] : [{ skuId: e3, disabledPlans: [] }],
    waitingLicenses:
      index === 7 ? [{ skuId: f3, disabledPlans: [], waitingSinceDateTime: '2026-11-20T08:00:00.000Z' }] : [],
    roles: index === 0 ? ['Global Administrator'] : index === 1 ? ['User Administrator', 'Reports Reader'] : [],
    mailbox:
      index === 7
        ? { state: 'grace', graceEndsDateTime: '2026-12-20T08:00:00.000Z' }
        : { state: index === 3 ? 'disabled' : 'active', graceEndsDateTime: null },
    credentialMail: {
      state: 'sent',
      deliveryStatus: index === 8 ? 'bounced' : 'delivered',
      deliveryReason: index === 8 ? 'Permanent/NoEmail' : null,
      sentDateTime: '2026-10-01T08:01:00.000Z',
    },
  };
};

/** The directory that a test begins with. */
export const playedDirectory = (): Person[] => names.map(person);

/** Whether somebody fits a filter, of those that the console writes. */
const fits = (filter: string, one: Person): boolean =>
  filter.split(' and ').every((part) => {
    const [, property = '', beginning] = /^startswith\((\w+),'(.*)'\)$/.exec(part) ?? [];
    if (beginning !== undefined)
      return String(one[property as keyof Person])
        .toLowerCase()
        .startsWith(beginning.toLowerCase());
    if (part.startsWith('userPrincipalName')) return part === `userPrincipalName eq '${one.userPrincipalName}'`;
    if (part.startsWith('employeeId')) return part === `employeeId eq '${one.employeeId}'`;
    if (part.startsWith('credentialMail')) return part.includes(`'${one.credentialMail.deliveryStatus}'`);
    if (part.startsWith('passwordState')) return part === `passwordState eq '${one.passwordState}'`;
    const [, ended = '', test, moment = ''] =
      /^(passwordExpires|mailbox\/graceEnds)DateTime (ge|lt) (.+)$/.exec(part) ?? [];
    if (ended) {
      const end = ended === 'passwordExpires' ? one.passwordExpiresDateTime : one.mailbox?.graceEndsDateTime;
      return end != null && end < moment === (test === 'lt');
    }
    if (part.startsWith('accountEnabled')) return part === `accountEnabled eq ${one.accountEnabled}`;
    return one.assignedLicenses.some(({ skuId }) => part.includes(skuId));
  });

const notFound = () => refusal(404, 'NotFound', 'There is nobody of this id.');

/** Routes over such a directory, which they change. */
export const playedPeople = (directory = playedDirectory()): PlayedRoutes => {
  const find = ({ values: [id] }: Asked) => directory.find((one) => one.id === id || one.userPrincipalName === id);
  const changed = (one: Person, change: Partial<Person>): Played => {
    Object.assign(one, change, { '@odata.etag': `${one['@odata.etag']}+` });
    return { body: one, headers: { etag: one['@odata.etag'] ?? '' } };
  };
  const onPerson = (answer: (one: Person, asked: Asked) => Played) => (asked: Asked) => {
    const one = find(asked);
    const { 'if-match': match } = asked.headers;
    if (!one) return notFound();
    if (match !== undefined && match !== one['@odata.etag'])
      return refusal(412, 'PreconditionFailed', 'It was changed.');
    return answer(one, asked);
  };
  const routes: PlayedRoutes = {
    'GET users': ({ query }) => {
      const filter = query.get('$filter');
      const found = filter ? directory.filter((one) => fits(filter, one)) : directory;
      return { body: { value: found, ...(query.has('$count') && { '@odata.count': found.length }) } };
    },
    'GET users/*': onPerson((one) => ({ body: one, headers: { etag: one['@odata.etag'] ?? '' } })),
    'PATCH users/*': onPerson((one, { body }) => changed(one, body)),
    'DELETE users/*': onPerson((one) => {
      directory.splice(directory.indexOf(one), 1);
      return {};
    }),
    'POST users/*/assignLicense': onPerson((one, { body }) => {
      const kept = one.assignedLicenses.filter(({ skuId }) => !body.removeLicenses.includes(skuId));
      return changed(one, { assignedLicenses: [...kept, ...body.addLicenses] });
    }),
    'POST users/*/authentication/methods/*/resetPassword': onPerson((_, { body }) => ({
      status: 202,
      body: body?.credentialDelivery?.show ? { newPassword: 'Fir-Tram-81-Nova' } : {},
    })),
    'POST users/*/revokeSignInSessions': onPerson(() => ({ body: { value: true } })),
    'GET users/*/licenseDetails': onPerson((one) => ({
      body: {
        value: playedLicences()
          .filter(({ skuId }) => one.assignedLicenses.some((held) => held.skuId === skuId))
          .map(({ skuId, skuPartNumber, displayName, servicePlans }) => ({
            id: skuId,
            skuId,
            skuPartNumber,
            displayName,
            servicePlans,
          })),
      },
    })),
    'GET subscribedSkus': () => ({ body: { value: playedLicences() } }),
  };
  return { ...routes, 'POST $batch': batchOver(routes) };
};

/** A batch's parts, each answered as if it had come by itself. */
export const batchOver =
  (routes: PlayedRoutes) =>
  async (asked: Asked): Promise<Played> => {
    const responses = await Promise.all(
      asked.body.requests.map(
        async ({ id, method, url, body }: { id: string; method: string; url: string; body?: unknown }) => {
          const path = url.slice(1);
          const [key, values] = Object.keys(routes)
            .map((each) => [each, valuesIn(each, method, path)] as const)
            .find(([, found]) => found) ?? ['', undefined];
          const played = values && (await routes[key]?.({ ...asked, method, path, values, headers: {}, body }));
          const { status = played?.body === undefined ? 204 : 200, ...rest } = played ?? notFound();
          return { id, status, headers: {}, body: rest.body };
        },
      ),
    );
    return { body: { responses } };
  };

const valuesIn = (key: string, method: string, path: string): string[] | undefined => {
  const [wantedMethod, pattern = ''] = key.split(' ');
  const found = new RegExp(`^${pattern.replaceAll('$', '\\$').replaceAll('*', '([^/]+)')}$`).exec(path);
  return wantedMethod === method && found ? found.slice(1) : undefined;
};
