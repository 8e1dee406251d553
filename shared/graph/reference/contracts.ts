/** Every route of the API. */
import { applicationContracts } from '../access/applications-contracts.ts';
import { roleContracts } from '../access/role-contracts.ts';
import { tokenContracts } from '../access/token-contracts.ts';
import { auditContracts } from '../audit/audits-contracts.ts';
import { batchContracts } from '../batch/batch-contracts.ts';
import type { Contracts } from '../contract.ts';
import { importCredentialContracts } from '../imports/import-credential-contracts.ts';
import { importContracts } from '../imports/imports-contracts.ts';
import { runContracts } from '../imports/run-contracts.ts';
import { licenceContracts } from '../licences/licences-contracts.ts';
import { signInContracts } from '../passwords/sign-in-contracts.ts';
import { deletedPeopleContracts } from '../people/deleted-people-contracts.ts';
import { peopleContracts } from '../people/people-contracts.ts';
import { settingsContracts } from '../settings/settings-contracts.ts';
import { synchronizationContracts } from '../synchronization/synchronization-contracts.ts';
import { descriptionContracts } from './description.ts';

export const contracts: Contracts = {
  ...peopleContracts,
  ...deletedPeopleContracts,
  ...licenceContracts,
  ...roleContracts,
  ...signInContracts,
  ...applicationContracts,
  ...tokenContracts,
  ...batchContracts,
  ...importContracts,
  ...importCredentialContracts,
  ...settingsContracts,
  ...synchronizationContracts,
  ...runContracts,
  ...auditContracts,
  ...descriptionContracts,
};
