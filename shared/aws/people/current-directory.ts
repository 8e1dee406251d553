/** The directory as a function's call finds it. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Organisation } from '../../domain/organisation.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Settings } from '../../settings.ts';
import type { Directory } from '../../work/directory.ts';
import { settingsReader } from '../directory-settings.ts';
import { directory } from './directory.ts';

/** The variables that it is made of. `IMPORTS_TABLE` is there for who adds people with a chunk's result. */
type Environment = { DIRECTORY_TABLE: string; IMPORTS_TABLE?: string; SETTINGS: Settings };

/** The directory with the settings that hold for it. */
export type CurrentDirectory = { directory: Directory; organisation: Organisation; policy: Policy };

/** Reads the settings that hold now, at each call, and gives the directory that follows them. */
export const currentDirectory = (client: DynamoDBDocumentClient, environment: Environment) => {
  const { DIRECTORY_TABLE, IMPORTS_TABLE, SETTINGS } = environment;
  const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
  const tables = { directory: DIRECTORY_TABLE, ...(IMPORTS_TABLE !== undefined && { imports: IMPORTS_TABLE }) };
  return async (): Promise<CurrentDirectory> => {
    const { organisation, policy } = await settings();
    return { directory: directory(client, tables, policy), organisation, policy };
  };
};
