/** Every route of the API. */
import { applicationContracts } from './applications.ts';
import { auditContracts } from './audits.ts';
import type { Contracts } from './contract.ts';
import { deletedPeopleContracts } from './deleted-people.ts';
import { descriptionContracts } from './description.ts';
import { importCredentialContracts } from './import-credentials.ts';
import { importContracts } from './imports.ts';
import { licenceContracts } from './licences.ts';
import { peopleContracts } from './people.ts';
import { roleContracts } from './roles.ts';
import { settingsContracts } from './settings.ts';
import { signInContracts } from './sign-in.ts';

export const contracts: Contracts = {
  ...peopleContracts,
  ...deletedPeopleContracts,
  ...licenceContracts,
  ...roleContracts,
  ...signInContracts,
  ...applicationContracts,
  ...importContracts,
  ...importCredentialContracts,
  ...settingsContracts,
  ...auditContracts,
  ...descriptionContracts,
};
