/** A directory with somebody for every question, and whoever asks. */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { localCredentials } from '../../infra/local/emulators/addresses.ts';
import { region } from '../../infra/local/template/intrinsics.ts';
import { operatorTokens } from '../../shared/aws/access/operator-tokens.ts';
import { tokens } from '../../shared/aws/access/tokens.ts';
import { directorySettings } from '../../shared/aws/directory-settings.ts';
import { imports } from '../../shared/aws/imports/imports.ts';
import { directory } from '../../shared/aws/people/directory.ts';
import { tokenEntry } from '../../shared/domain/access/operator-token.ts';
import { type RoleName, roleNames } from '../../shared/domain/access/roles.ts';
import { type ImportJob, newImportJob } from '../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../shared/domain/imports/import-options.ts';
import { deletedPerson } from '../../shared/domain/people/deletion.ts';
import { newPerson } from '../../shared/domain/people/new-person.ts';
import type { Person } from '../../shared/domain/person.ts';
import { noDirectorySettings } from '../../shared/domain/settings/directory-settings.ts';
import { organizationId } from '../../shared/domain/settings/shown-settings.ts';
import { addDays, type Instant, instant } from '../../shared/domain/time.ts';
import { hashGeneratedPassword } from '../../shared/work/passwords/password-hash.ts';
import { owner, policy } from '../parts/settings.ts';
import { bodyOf, type Via } from './ask.ts';

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** A licence with seats, and one of which there are none. */
export const licences = {
  plenty: { skuId: 'c42b9cae-ea4f-4ab7-9717-81576235ccac', skuPartNumber: 'DEVELOPERPACK_E5' },
  none: { skuId: '184efa21-98c3-4e5d-95ab-d07053a96e67', skuPartNumber: 'COMPLIANCE' },
  plan: { servicePlanId: '57ff2da0-773e-42df-b2af-ffb7a2317929', servicePlanName: 'TEAMS1', appliesTo: 'User' },
} as const;

/** The password of everybody in it, as if it had been generated: comparing it takes no slow hash but that of the look. */
export const password = 'correct-horse-battery-staple-42';

/** Where the tables are, and the access key that may do anything there. */
export type Place = { endpoint: string; accessKeyId: string; tables: { directory: string; imports: string } };

/** People come from a directory on premises, too. */
const switchOn = async (client: DynamoDBDocumentClient, { directory: table }: Place['tables'], at: Instant) => {
  const entry = {
    ...{ id: randomUUID(), activityDateTime: at, activityDisplayName: 'Update organization' as const },
    initiatedBy: { kind: 'operator' as const, id: 'bench', displayName: 'Bench' },
    target: { type: 'Organization' as const, id: organizationId, displayName: 'Contoso' },
    modifiedProperties: [],
  };
  const organisation = { onPremisesSync: { isEnabled: true, since: at } };
  const after = { ...noDirectorySettings, organisation, version: 1 };
  await directorySettings(client, table, policy).write(noDirectorySettings, after, entry);
};

/** Makes it in the two tables, by a client of its own that nobody counts. */
export const makeWorld = async ({ endpoint, accessKeyId, tables }: Place) => {
  const service = new DynamoDBClient({ endpoint, region, credentials: { ...localCredentials, accessKeyId } });
  const client = DynamoDBDocumentClient.from(service, { marshallOptions: { removeUndefinedValues: true } });
  const people = directory(client, tables, policy);
  const now = () => instant(new Date());
  const store = imports(client, { imports: tables.imports, directory: tables.directory }, policy);
  await people.putSku({ ...licences.plenty, carriesMailbox: true, enabled: 100_000, servicePlans: [licences.plan] });
  await people.putSku({ ...licences.none, carriesMailbox: true, enabled: 0 });
  await switchOn(client, tables, now());
  let count = 0;

  /** A new person, who has signed in before and need not change the password. */
  const person = async (
    change: { roles?: RoleName[]; skuIds?: string[]; employeeId?: string } = {},
  ): Promise<Person> => {
    count += 1;
    const userPrincipalName = `person${count}@contoso.com`;
    const { roles = [], skuIds = [], ...draft } = change;
    const made = newPerson(
      {
        ...draft,
        ...{
          userPrincipalName,
          displayName: `Person ${count}`,
          mailNickname: `person${count}`,
          usageLocation: 'NL',
          skuIds,
        },
        ...{ roles, otherMails: [`person${count}@example.org`] },
      },
      {
        ...{ id: randomUUID(), now: now(), createdBy: 'bench', policy, catalogue: await people.catalogue(), short: [] },
        passwordHash: hashGeneratedPassword(password),
      },
    );
    const { temporaryUntil: _temporary, ...kept } = made.password;
    const settled = { ...made, password: { ...kept, mustChange: false } } as Person;
    const outcome = await people.addPeople({ people: [settled], seatsFrom: 'free' });
    if (outcome.kind !== 'added') throw new Error(`nobody was added: ${JSON.stringify(outcome)}`);
    return settled;
  };
  const removed = async (): Promise<Person> => {
    const before = await person({ skuIds: [licences.plenty.skuId] });
    await people.changePeople([{ before, after: deletedPerson(before, now()) }]);
    return before;
  };
  const session = ({ id, roles }: Person): Promise<string> =>
    tokens(client, tables.directory).mint(
      { kind: 'person', userId: id, generation: 0, ...(roles.length > 0 && { expectedRoles: roles as RoleName[] }) },
      { from: now(), seconds: 3600 },
    );
  const operatorToken = async (): Promise<string> => {
    const principal = { kind: 'operator' as const, id: randomUUID(), displayName: 'Bench', roles: [...roleNames] };
    const at = now();
    const act = {
      id: randomUUID(),
      now: at,
      initiatedBy: { kind: 'operator' as const, id: 'bench', displayName: 'Bench' },
    };
    const good = { from: at, until: addDays(at, 1) };
    const entry = tokenEntry('minted', { ...principal, endDateTime: good.until }, act);
    return operatorTokens(client, tables.directory, policy).mint(principal, good, entry);
  };
  const operator = await operatorToken();
  const application = async (via: Via): Promise<{ id: string }> => {
    const body = { displayName: 'Payroll', roles: ['User Administrator'] };
    return bodyOf(await via('POST /v1.0/applications', { token: operator, body }));
  };
  const applicationToken = async (via: Via): Promise<string> => {
    const { id } = await application(via);
    const added = await via('POST /v1.0/applications/{id}/addPassword', { token: operator, path: { id }, body: {} });
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: bodyOf(added).secretText };
    return bodyOf(await via('POST /oauth2/v2.0/token', { form })).access_token;
  };
  const importJob = async (change: Partial<ImportJob> = {}): Promise<ImportJob> => {
    const file = { bucket: 'files', key: `${randomUUID()}.csv`, versionId: '1' };
    const job = { ...newImportJob({ id: randomUUID(), file, options: defaultOptions, owner }, now()), ...change };
    const begun = await store.begin(job);
    const row = { rowNumber: 1, userPrincipalName: 'row1@contoso.com', outcome: 'created' as const };
    const chunk = {
      importId: job.id,
      importedAt: now(),
      finishedDateTime: now(),
      firstRow: 1,
      rows: [row],
      completes: 1,
    };
    await store.record({ ...chunk, seats: {}, waiting: {} });
    return begun;
  };
  return {
    ...{ operator, person, removed, session, operatorToken, application, applicationToken, importJob },
    stop: () => service.destroy(),
  };
};
