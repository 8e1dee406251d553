/** The directory by settings and licences that a function keeps between its requests. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Organisation } from '../../domain/organisation.ts';
import type { Policy } from '../../domain/policy.ts';
import { type DirectorySettings, withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { Settings } from '../../settings.ts';
import type { Tables } from '../directory-items.ts';
import { directorySettingsOf, readDirectorySettings, settingsKey } from '../directory-settings.ts';
import { checkingClient } from '../dynamodb/checking-client.ts';
import { type Kept, kept } from '../dynamodb/kept.ts';
import { readCatalogue } from '../licences/catalogue.ts';
import { keptCatalogue } from './kept-catalogue.ts';
import type { Following, SettingsEnvironment } from './kept-settings.ts';

/**
 * The directory by the kept settings, as much of it as `directoryOf` makes; the catalogue is kept too. Before a request
 * writes anything, what it was judged by is held against the table: by its first batch of items, or else by a read of its
 * own. Where that is not what holds now, the request ends as `Outdated`, to be judged anew; so nobody writes by older
 * settings than who reads them first. How many seats are free in the catalogue is as old as it: transactions decide on those.
 */
export const keptDirectory = <Whole extends object>(
  client: DynamoDBDocumentClient,
  { DIRECTORY_TABLE: table, SETTINGS }: SettingsEnvironment,
  directoryOf: (client: DynamoDBDocumentClient, tables: Tables, policy: Policy) => Whole,
  now: () => Instant,
): Following<{ directory: Whole; organisation: Organisation; policy: Policy; client: DynamoDBDocumentClient }> => {
  const settings = kept(() => readDirectorySettings(client, table), now);
  const catalogue = kept(() => readCatalogue(client, table), now);
  const by = (own: Settings, asking: DynamoDBDocumentClient) => {
    const { organisation, policy } = own;
    return { directory: directoryOf(asking, { directory: table }, policy), organisation, policy, client: asking };
  };
  return {
    atStart: by(SETTINGS, client),
    now: async () => {
      const own = await settings.read();
      const checking = checkingClient(client, table, settingsMark(own, settings));
      const value = by(withDirectorySettings(SETTINGS, own), checking.client);
      const directory = { ...value.directory, ...keptCatalogue(value.directory, catalogue, checking) };
      return { value: { ...value, directory }, check: checking.check };
    },
  };
};

const settingsMark = (own: DirectorySettings, settings: Kept<DirectorySettings>) => ({
  key: settingsKey,
  holds: (item: Record<string, unknown> | undefined) => {
    const latest = directorySettingsOf(item);
    if (latest.version !== own.version) settings.replace(latest);
    else settings.confirm(own);
    return latest.version === own.version;
  },
});
