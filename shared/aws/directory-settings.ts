/** The settings of the directory in its table. */
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type DirectorySettings, noDirectorySettings, withDirectorySettings } from '../domain/directory-settings.ts';
import type { Settings } from '../settings.ts';

export const settingsKey = { pk: 'SETTINGS', sk: 'SETTINGS' };

/** What was set in the directory. */
export const readDirectorySettings = async (
  client: DynamoDBDocumentClient,
  table: string,
): Promise<DirectorySettings> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: settingsKey, ConsistentRead: true }));
  if (!Item) return noDirectorySettings;
  const { pk: _pk, sk: _sk, ...settings } = Item;
  return settings as DirectorySettings;
};

/** Reads the settings that hold now: asked at each call of a function, so that a change holds from then on everywhere. */
export const settingsReader =
  (client: DynamoDBDocumentClient, table: string, file: Settings) => async (): Promise<Settings> =>
    withDirectorySettings(file, await readDirectorySettings(client, table));
