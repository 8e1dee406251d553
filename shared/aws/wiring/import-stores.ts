/** The records of imports and of synchronisation, by the variables of a function. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import { imports } from '../imports/imports.ts';
import { migrationBatches } from '../imports/migration-batches.ts';
import { synchronization } from '../imports/synchronization.ts';

/** The variables that they are made of. */
export type ImportStoreEnvironment = { readonly DIRECTORY_TABLE: string; readonly IMPORTS_TABLE: string };

/** All of them, with entries in the directory that expire by its policy. */
export const importStores = (
  client: DynamoDBDocumentClient,
  { DIRECTORY_TABLE, IMPORTS_TABLE }: ImportStoreEnvironment,
  policy: Policy,
) => {
  const tables = { imports: IMPORTS_TABLE, directory: DIRECTORY_TABLE };
  return {
    imports: imports(client, tables, policy),
    synchronization: synchronization(client, tables, policy),
    batches: migrationBatches(client, tables, policy),
  };
};
