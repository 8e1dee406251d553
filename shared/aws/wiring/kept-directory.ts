/** The directory by settings and licences that a function keeps between its requests. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Organisation } from '../../domain/organisation.ts';
import type { Policy } from '../../domain/policy.ts';
import { type DirectorySettings, withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { Settings } from '../../settings.ts';
import type { Directory } from '../../work/directory.ts';
import { catalogueMarkKey, type Tables } from '../directory-items.ts';
import { directorySettingsOf, readDirectorySettings, settingsKey } from '../directory-settings.ts';
import { type CheckingClient, checkingClient } from '../dynamodb/checking-client.ts';
import { type Kept, kept } from '../dynamodb/kept.ts';
import { readCatalogue } from '../licences/skus.ts';

/** What requests follow: as the settings file has it, and as it is kept for a request, with what checks that it still holds. */
type Following<Value> = { readonly atStart: Value; now: () => Promise<{ value: Value; check?: () => Promise<void> }> };

/** The variables that it is made of. */
type Environment = { DIRECTORY_TABLE: string; SETTINGS: Settings };

/** The settings for who only shows by them, as old as `keptSeconds` may make them. */
export const keptSettings = (
  client: DynamoDBDocumentClient,
  { DIRECTORY_TABLE, SETTINGS }: Environment,
  now: () => Instant,
): Following<Settings> => {
  const settings = kept(() => readDirectorySettings(client, DIRECTORY_TABLE), now);
  return {
    atStart: SETTINGS,
    now: async () => ({ value: withDirectorySettings(SETTINGS, await settings.read()) }),
  };
};

/**
 * The directory by the kept settings, as much of it as `directoryOf` makes; the catalogue is kept too. Before a request
 * writes anything, what it was judged by is held against the table: by its first batch of items, or else by a read of its
 * own. Where that is not what holds now, the request ends as `Outdated`, to be judged anew; so nobody writes by older
 * settings than who reads them first. How many seats are free in the catalogue is as old as it: transactions decide on those.
 */
export const keptDirectory = <Whole extends object>(
  client: DynamoDBDocumentClient,
  { DIRECTORY_TABLE: table, SETTINGS }: Environment,
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

/** In place of a directory's catalogue; nothing for one that has none. */
const keptCatalogue = (
  own: object,
  catalogue: Kept<Awaited<ReturnType<typeof readCatalogue>>>,
  { watch }: CheckingClient,
): Partial<Pick<Directory, 'catalogue'>> => {
  if (!('catalogue' in own)) return {};
  const keep = async () => {
    const used = await catalogue.read();
    const holds = (item: Record<string, unknown> | undefined) => {
      if (item?.mark !== used.mark) catalogue.forget();
      else catalogue.confirm(used);
      return item?.mark === used.mark;
    };
    // Where the check was made before, it is read as it is now.
    return watch({ key: catalogueMarkKey, holds }) ? used.catalogue : (own as Directory).catalogue();
  };
  let kept: ReturnType<typeof keep> | undefined;
  return {
    catalogue: () => {
      kept ??= keep();
      return kept;
    },
  };
};
