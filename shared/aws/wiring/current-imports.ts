/** The imports beside the directory, by the settings that hold now. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { currentDirectory } from '../directory-settings.ts';
import { imports } from '../imports/imports.ts';
import { synchronization } from '../imports/synchronization.ts';
import { directory } from '../people/directory.ts';

type Environment = Parameters<typeof currentDirectory>[1] & { readonly IMPORTS_TABLE: string };

/** Reads the settings at each call, and gives the directory and the imports that follow them. */
export const currentImports = (client: DynamoDBDocumentClient, environment: Environment) => {
  const current = currentDirectory(client, environment, directory);
  const tables = { imports: environment.IMPORTS_TABLE, directory: environment.DIRECTORY_TABLE };
  return async () => {
    const latest = await current();
    return {
      ...latest,
      imports: imports(client, tables, latest.policy),
      synchronization: synchronization(client, tables.imports),
    };
  };
};
