/** People, licences and results as tests need them: real ones, made by the domain's own rules. */

import { hash } from 'node:crypto';
import { bucketOwner } from '../../shared/domain/imports/bucket-owner.ts';
import { type ImportJob, newImportJob } from '../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../shared/domain/imports/import-options.ts';
import type { ChunkResult, RowResult } from '../../shared/domain/imports/import-progress.ts';
import type { Catalogue, Sku } from '../../shared/domain/licences/licences.ts';
import type { ServicePlan } from '../../shared/domain/licences/service-plans.ts';
import type { Organisation } from '../../shared/domain/organisation.ts';
import type { CheckedDraft } from '../../shared/domain/people/check-draft.ts';
import { type Birth, newPerson } from '../../shared/domain/people/new-person.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import { uuidFrom } from '../../shared/domain/uuid.ts';
import { monday } from './clock.ts';

export const contoso: Organisation = {
  displayName: 'Contoso',
  verifiedDomains: ['contoso.com'],
  administratorMail: 'admin@contoso.com',
  senderMail: 'muster@contoso.com',
  signInUrl: 'https://sign-in.contoso.com',
  quickStartUrl: 'https://www.contoso.com/start',
  preferredLanguage: 'en',
  usageLocation: 'NL',
};

export const administrator: Principal = {
  kind: 'operator',
  id: 'admin',
  displayName: 'Admin',
  roles: ['Global Administrator'],
};

/** A licence with a mailbox, and one without. */
export const e3 = { skuId: 'sku-e3', skuPartNumber: 'ENTERPRISEPACK', carriesMailbox: true } as const;
export const ems = { skuId: 'sku-ems', skuPartNumber: 'EMS', carriesMailbox: false } as const;

/** Service plans of a licence, with Microsoft's ids. */
export const exchange: ServicePlan = {
  servicePlanId: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  servicePlanName: 'EXCHANGE_S_ENTERPRISE',
  appliesTo: 'User',
};
export const teams: ServicePlan = {
  servicePlanId: '57ff2da0-773e-42df-b2af-ffb7a2317929',
  servicePlanName: 'TEAMS1',
  appliesTo: 'User',
};

export const catalogueOf = (...skus: readonly Pick<Sku, 'skuId' | 'skuPartNumber' | 'carriesMailbox'>[]): Catalogue =>
  skus.map((sku): Sku => ({ ...sku, enabled: 10, free: 10, reserved: 0 }));

/** An id that follows from a text, spread over all shards. */
export const idOf = (text: string): string => uuidFrom(hash('sha256', text));

type Wish = Partial<CheckedDraft> & { id?: string };

/** The person of a name, as `newPerson` makes one. `birth` says what is short, and when it was. */
export const person = (name: string, { id = idOf(name), ...draft }: Wish = {}, birth: Partial<Birth> = {}): Person =>
  newPerson(
    {
      userPrincipalName: name.includes('@') ? name : `${name}@contoso.com`,
      displayName: name,
      mailNickname: name,
      skuIds: [],
      ...draft,
    },
    {
      id,
      now: monday,
      createdBy: 'admin',
      policy: defaultPolicy,
      catalogue: catalogueOf(e3, ems),
      short: [],
      ...birth,
    },
  );

/** An import that begins now. */
export const job = (name = 'people.csv', change: Partial<ImportJob> = {}): ImportJob => ({
  ...newImportJob(
    {
      id: idOf(`import ${name}`),
      file: { bucket: 'files', key: name, versionId: '1' },
      options: defaultOptions,
      owner: bucketOwner,
    },
    monday,
  ),
  ...change,
});

/** The result of a chunk of rows that were all created, from `firstRow` on. */
export const chunkResult = (importId: string, firstRow: number, rows: number, change: Partial<ChunkResult> = {}) => ({
  importId,
  importedAt: monday,
  finishedDateTime: monday,
  firstRow,
  rows: Array.from({ length: rows }, (_, index): RowResult => {
    return { rowNumber: firstRow + index, userPrincipalName: `p${firstRow + index}@contoso.com`, outcome: 'created' };
  }),
  seats: {},
  waiting: {},
  completes: firstRow,
  ...change,
});
