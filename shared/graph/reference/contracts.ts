/** Every route of the API. */
import { applicationContracts } from '../access/applications-contracts.ts';
import { roleContracts } from '../access/role-contracts.ts';
import { sessionContracts } from '../access/session-contracts.ts';
import { tokenContracts } from '../access/token-contracts.ts';
import { auditContracts } from '../audit/audits-contracts.ts';
import { batchContracts } from '../batch/batch-contracts.ts';
import type { Contracts } from '../contract.ts';
import { migrationContracts } from '../imports/batch-contracts.ts';
import { importCredentialContracts } from '../imports/import-credential-contracts.ts';
import { importContracts } from '../imports/imports-contracts.ts';
import { runContracts } from '../imports/run-contracts.ts';
import { uploadContracts } from '../imports/upload-contracts.ts';
import { licenceContracts } from '../licences/licences-contracts.ts';
import { signInContracts } from '../passwords/sign-in-contracts.ts';
import { deletedPeopleContracts } from '../people/deleted-people-contracts.ts';
import { peopleContracts } from '../people/people-contracts.ts';
import { reportContracts } from '../reports/report-contracts.ts';
import { settingsContracts } from '../settings/settings-contracts.ts';
import { templateContracts } from '../settings/template-contracts.ts';
import { synchronizationContracts } from '../synchronization/synchronization-contracts.ts';
import { descriptionContracts } from './description.ts';

export const contracts: Contracts = {
  ...peopleContracts,
  ...deletedPeopleContracts,
  ...licenceContracts,
  ...roleContracts,
  ...signInContracts,
  ...sessionContracts,
  ...applicationContracts,
  ...tokenContracts,
  ...batchContracts,
  ...importContracts,
  ...uploadContracts,
  ...importCredentialContracts,
  ...migrationContracts,
  ...settingsContracts,
  ...synchronizationContracts,
  ...runContracts,
  ...templateContracts,
  ...auditContracts,
  ...reportContracts,
  ...descriptionContracts,
};
