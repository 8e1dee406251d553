/** The imports beside the directory, by the settings that hold now. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { currentDirectory } from '../directory-settings.ts';
import { directory } from '../people/directory.ts';
import { importStores } from './import-stores.ts';

type Environment = Parameters<typeof currentDirectory>[1] & { readonly IMPORTS_TABLE: string };

/** Reads the settings at each call, and gives the directory and the imports that follow them. */
export const currentImports = (client: DynamoDBDocumentClient, environment: Environment) => {
  const current = currentDirectory(client, environment, directory);
  return async () => {
    const latest = await current();
    return { ...latest, ...importStores(client, environment, latest.policy) };
  };
};
