/** The settings of the directory in its table, and the directory that follows them. */
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Organisation } from '../domain/organisation.ts';
import type { Policy } from '../domain/policy.ts';
import {
  type DirectorySettings,
  noDirectorySettings,
  withDirectorySettings,
} from '../domain/settings/directory-settings.ts';
import type { Settings } from '../settings.ts';
import type { PolicyMark } from '../work/enforcement/date-by-file.ts';
import type { SettingsStore } from '../work/settings/change-settings.ts';
import { auditItem, type Tables } from './directory-items.ts';
import { readItems } from './dynamodb/document-client.ts';
import { transact } from './dynamodb/transact.ts';
import { directoryKinds } from './item-kinds.ts';

export const settingsKey = { pk: directoryKinds.settings, sk: 'SETTINGS' };
/** Apart from the settings: the sweep writes the one, and may not write the others. */
export const policyMarkKey = { pk: directoryKinds.policyMark, sk: 'POLICY' };
export const formerPolicyMarkKey = { pk: directoryKinds.settings, sk: 'POLICY' };

/** What was set in the directory. */
export const readDirectorySettings = async (
  client: DynamoDBDocumentClient,
  table: string,
): Promise<DirectorySettings> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: settingsKey, ConsistentRead: true }));
  return directorySettingsOf(Item);
};

/** The organisation as it is at this moment, whatever a function keeps between its requests. */
export const readOrganisation = async (
  client: DynamoDBDocumentClient,
  { DIRECTORY_TABLE, SETTINGS }: Pick<Environment, 'DIRECTORY_TABLE' | 'SETTINGS'>,
): Promise<Organisation> =>
  withDirectorySettings(SETTINGS, await readDirectorySettings(client, DIRECTORY_TABLE)).organisation;

/** The settings in an item, or where there is none. */
export const directorySettingsOf = (item: Record<string, unknown> | undefined): DirectorySettings => {
  if (!item) return noDirectorySettings;
  const { pk: _pk, sk: _sk, ...settings } = item;
  return settings as DirectorySettings;
};

/** The variables that it is made of. `IMPORTS_TABLE` is there for who adds people with a chunk's result. */
type Environment = { DIRECTORY_TABLE: string; IMPORTS_TABLE?: string; SETTINGS: Settings };

/**
 * Reads the settings that hold now, at each call, and gives the directory that follows them: as much of it as
 * `directoryOf` makes, so that what a function has no use for is not in its bundle.
 */
export const currentDirectory = <Directory>(
  client: DynamoDBDocumentClient,
  { DIRECTORY_TABLE, IMPORTS_TABLE, SETTINGS }: Environment,
  directoryOf: (client: DynamoDBDocumentClient, tables: Tables, policy: Policy) => Directory,
): (() => Promise<{ directory: Directory; organisation: Organisation; policy: Policy }>) => {
  const tables = { directory: DIRECTORY_TABLE, ...(IMPORTS_TABLE !== undefined && { imports: IMPORTS_TABLE }) };
  return async () => {
    const latest = withDirectorySettings(SETTINGS, await readDirectorySettings(client, DIRECTORY_TABLE));
    const { organisation, policy } = latest;
    return { directory: directoryOf(client, tables, policy), organisation, policy };
  };
};

/** The settings of the directory, read and changed; each change is written with the entry that tells of it. */
export const directorySettings = (client: DynamoDBDocumentClient, table: string, policy: Policy): SettingsStore => ({
  read: () => readDirectorySettings(client, table),
  write: async (before, after, entry) => {
    const condition =
      before.version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': before.version },
          };
    const met = await transact(client, [
      { Put: { TableName: table, Item: { ...settingsKey, ...after }, ...condition } },
      { Put: { TableName: table, Item: auditItem(entry, policy) } },
    ]);
    return met === undefined;
  },
});

/** The mark of the policy by which everybody is dated. */
export const policyMark = (client: DynamoDBDocumentClient, table: string): PolicyMark => ({
  read: async () => {
    const items = await readItems(client, table, [policyMarkKey, formerPolicyMarkKey]);
    const mark = (items.find(({ pk }) => pk === policyMarkKey.pk) ?? items[0])?.mark;
    return mark === undefined ? undefined : String(mark);
  },
  write: async (mark) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...policyMarkKey, mark } }));
  },
});
