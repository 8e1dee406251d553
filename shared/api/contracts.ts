/** Every route of the API. */
import type { Contracts } from './contract.ts';
import { descriptionContracts } from './description.ts';
import { importContracts } from './imports.ts';
import { licenceContracts } from './licences.ts';
import { peopleContracts } from './people.ts';

export const contracts: Contracts = {
  ...peopleContracts,
  ...licenceContracts,
  ...importContracts,
  ...descriptionContracts,
};
