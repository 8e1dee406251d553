/** The audit and the sign-ins, as the API shows them: entries made by the API's own code, which filters as it does. */

import { activityNames } from '../../../shared/domain/audit/activities.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { endDetails } from '../../../shared/domain/imports/import-end.ts';
import { importEntry } from '../../../shared/domain/imports/import-entry.ts';
import { type ImportJob, newImportJob } from '../../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../../shared/domain/imports/import-options.ts';
import type { SignInOutcome, SignInRecord } from '../../../shared/domain/passwords/sign-in-record.ts';
import { type Instant, instant } from '../../../shared/domain/time.ts';
import { graphAudit } from '../../../shared/graph/audit/graph-audit.ts';
import { graphSignIn } from '../../../shared/graph/audit/graph-sign-in.ts';
import type { PlayedRoutes } from '../played-console.ts';
import { idOfApplication } from './access.ts';
import { idOfPerson } from './people.ts';

/** So many hours ago. */
const ago = (hours: number): Instant => instant(Date.now() - hours * 3_600_000);

const ada = { kind: 'person', id: idOfPerson(0), displayName: 'Ada Lovelace' } as const;
const grace = {
  type: 'User',
  id: idOfPerson(1),
  displayName: 'Grace Hopper',
  userPrincipalName: 'grace@contoso.com',
} as const;

const entry = (index: number, changed: Partial<AuditEntry>): AuditEntry => ({
  id: `e-${index}`,
  activityDateTime: ago(index * 5 + 1),
  activityDisplayName: 'Update user',
  initiatedBy: ada,
  target: grace,
  modifiedProperties: [],
  ...changed,
});

/** An import that was refused as a whole. */
const refusedImport: ImportJob = {
  ...newImportJob(
    {
      ...{ id: 'i-1', options: defaultOptions, file: { bucket: 'imports', key: 'people.csv' } },
      owner: { ...ada, roles: [] },
    },
    ago(31),
  ),
  ...{ status: 'failed', stage: 'settled', rows: 1200, refusal: { code: 'HeadingsUnknown', fact: 'Afd.' } },
};
const ended = { id: 'e-6', activity: 'End import', initiatedBy: ada, now: ago(31) } as const;

const change = (displayName: string, oldValue?: unknown, newValue?: unknown) => ({ displayName, oldValue, newValue });

const e3 = '05e9a617-0261-4cee-bb44-138d3ef5d965';

/** Entries, newest first: of each kind of value one, then an entry of every activity. */
export const playedEntries = (): AuditEntry[] => [
  entry(0, {
    modifiedProperties: [change('department', 'Finance', 'Engineering'), change('accountEnabled', true, false)],
  }),
  entry(1, {
    activityDisplayName: 'Change user license',
    modifiedProperties: [change('assignedLicenses', [], [{ skuId: e3, disabledPlans: [] }])],
  }),
  entry(2, {
    activityDisplayName: 'Add member to role',
    modifiedProperties: [change('roles', [], ['Reports Reader'])],
  }),
  entry(3, {
    activityDisplayName: 'Enforce policy',
    initiatedBy: { kind: 'system', id: 'enforce-policies', displayName: 'enforce-policies' },
    modifiedProperties: [change('mailbox', { state: 'active' }, { state: 'disabled' })],
  }),
  entry(4, {
    activityDisplayName: 'Add user',
    modifiedProperties: [
      ...[
        change('userPrincipalName', undefined, 'grace@contoso.com'),
        change('displayName', undefined, 'Grace Hopper'),
      ],
      ...[change('accountEnabled', undefined, true), change('givenName', undefined, 'Grace')],
      ...[change('surname', undefined, 'Hopper'), change('usageLocation', undefined, 'NL')],
      change('passwordChangedDateTime', undefined, '2026-11-01T08:00:00.000Z'),
    ],
  }),
  entry(5, {
    activityDisplayName: 'Update domain',
    target: { type: 'Domain', id: 'contoso.com', displayName: 'contoso.com' },
    modifiedProperties: [change('passwordValidityPeriodInDays', 90, 2_147_483_647)],
  }),
  entry(6, {
    activityDisplayName: 'End import',
    target: { type: 'Import', id: 'i-1', displayName: 'people.csv' },
    additionalDetails: importEntry(refusedImport, ended, endDetails(refusedImport, undefined)).additionalDetails ?? [],
  }),
  entry(7, {
    activityDisplayName: 'Update synchronization',
    target: { type: 'Organization', id: 'organization', displayName: 'Contoso' },
    modifiedProperties: [
      change('synchronizationPreventionType', 'enabledForCount', 'disabled'),
      change('blockSoftMatchEnabled', false, true),
    ],
  }),
  entry(8, {
    activityDisplayName: 'Add user template',
    target: { type: 'UserTemplate', id: 't-1', displayName: 'Sales' },
    modifiedProperties: [
      change('passwordProfile', undefined, { generated: true, forceChangePasswordNextSignIn: false }),
      change('credentialDelivery', undefined, { to: ['it@contoso.com'] }),
    ],
  }),
  entry(9, { modifiedProperties: [change('passwordPolicies', undefined, 'DisablePasswordExpiration')] }),
  ...activityNames.map((activityDisplayName, index) => entry(index + 10, { activityDisplayName })),
];

const signIn = (index: number, outcome: SignInOutcome, changed: Partial<SignInRecord> = {}): SignInRecord => ({
  id: `s-${index}`,
  createdDateTime: ago(index * 3 + 1),
  outcome,
  subject: { kind: 'person', id: grace.id, displayName: grace.displayName, principalName: grace.userPrincipalName },
  source: { ipAddress: '203.0.113.7', userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', isKnownBrowser: true },
  ...changed,
});

/** Sign-ins, newest first: one of each outcome. */
export const playedSignInRecords = (): SignInRecord[] => {
  const program = { kind: 'application', id: idOfApplication(0), displayName: 'HR synchronization' } as const;
  const source = { ipAddress: '198.51.100.20', userAgent: 'curl/8.5.0' };
  const { source: _none, subject: _nobody, ...unknown } = signIn(0, 'UserUnknown', { count: 37 });
  return [
    ...[signIn(1, 'SignedIn'), signIn(2, 'PasswordChangeRequired'), signIn(3, 'SignInFailed', { source })],
    ...[signIn(4, 'SignInLocked', { lockedUntil: ago(-1) }), signIn(5, 'PasswordLapsed'), signIn(6, 'AccountBlocked')],
    { ...unknown, id: 's-7', createdDateTime: ago(22) },
    signIn(8, 'SignedIn', { subject: program, source, count: 96 }),
    signIn(9, 'SignInFailed', { subject: program, source }),
  ];
};

/** What stands in quotes behind a property of a filter; undefined where nothing is asked of it. */
const asked = (filter: string, property: string): string | undefined =>
  new RegExp(`${property.replaceAll('/', '\\/')} eq '([^']*)'`).exec(filter)?.[1];

const since = (filter: string): string => /DateTime ge (\S+)/.exec(filter)?.[1] ?? '';

/** Routes of both. */
export const playedRecords = (): PlayedRoutes => ({
  'GET auditLogs/directoryAudits': ({ query }) => {
    const filter = query.get('$filter') ?? '';
    const wanted = {
      target: asked(filter, 't/id'),
      user: asked(filter, 'initiatedBy/user/id'),
      app: asked(filter, 'initiatedBy/app/appId'),
      activity: asked(filter, 'activityDisplayName'),
    };
    const value = playedEntries()
      .map((each) => graphAudit(each, new Map([[ada.id, 'ada@contoso.com']])))
      .filter((each) => each.activityDateTime >= since(filter))
      .filter((each) => !wanted.target || each.targetResources.some(({ id }) => id === wanted.target))
      .filter((each) => !wanted.user || each.initiatedBy.user?.id === wanted.user)
      .filter((each) => !wanted.app || each.initiatedBy.app?.appId === wanted.app)
      .filter((each) => !wanted.activity || each.activityDisplayName === wanted.activity);
    return { body: { value } };
  },
  'GET auditLogs/signIns': ({ query }) => {
    const filter = query.get('$filter') ?? '';
    const [user, app] = [asked(filter, 'userId'), asked(filter, 'appId')];
    const value = playedSignInRecords()
      .map(graphSignIn)
      .filter((each) => each.createdDateTime >= since(filter))
      .filter((each) => (!user || each.userId === user) && (!app || each.appId === app));
    return { body: { value } };
  },
});
