/** The settings that a function keeps between its requests. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { Settings } from '../../settings.ts';
import { readDirectorySettings } from '../directory-settings.ts';
import { kept } from '../dynamodb/kept.ts';

/** What requests follow: as the settings file has it, and as it is kept for a request, with what checks that it still holds. */
export type Following<Value> = {
  readonly atStart: Value;
  now: () => Promise<{ value: Value; check?: () => Promise<void> }>;
};

/** The variables that they are made of. */
export type SettingsEnvironment = { DIRECTORY_TABLE: string; SETTINGS: Settings };

/** The settings for who only shows by them, as old as `keptSeconds` may make them. */
export const keptSettings = (
  client: DynamoDBDocumentClient,
  { DIRECTORY_TABLE, SETTINGS }: SettingsEnvironment,
  now: () => Instant,
): Following<Settings> => {
  const settings = kept(() => readDirectorySettings(client, DIRECTORY_TABLE), now);
  return {
    atStart: SETTINGS,
    now: async () => ({ value: withDirectorySettings(SETTINGS, await settings.read()) }),
  };
};
