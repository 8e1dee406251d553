/** The real stores and queues of a running Muster, for this process. */
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Muster } from '../../infra/local/muster.ts';
import { imports } from '../../shared/aws/imports/imports.ts';
import { directory } from '../../shared/aws/people/directory.ts';
import type { Directory } from '../../shared/work/directory.ts';
import type { Imports } from '../../shared/work/imports/imports.ts';
import { functionNamed } from './local-muster.ts';
import { policy } from './settings.ts';

/** Both tables behind their ports. */
export type Stores = { directory: Directory; imports: Imports };

/** The stores, by a client of the caller's or the engine's own. */
export const storesOf = (muster: Muster, client = muster.clients.dynamodb): Stores => {
  const { DIRECTORY_TABLE = '', IMPORTS_TABLE = '' } = functionNamed(muster, 'provision-users').environment;
  const tables = { directory: DIRECTORY_TABLE, imports: IMPORTS_TABLE };
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return { directory: directory(documents, tables, policy), imports: imports(documents, tables) };
};
