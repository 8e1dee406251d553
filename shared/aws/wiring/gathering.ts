/** What gathers for administrators what they are to hear. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../domain/time.ts';
import { digests } from '../digests.ts';
import { optionFiles } from '../imports/option-files.ts';

type Environment = { readonly DIRECTORY_TABLE: string; readonly IMPORTS_TABLE: string };

/** The digests, which files of options wait, and the clock of both. */
export const gathering = (client: DynamoDBDocumentClient, environment: Environment, now: () => Instant) => ({
  digests: digests(client, environment.DIRECTORY_TABLE, now),
  optionFiles: optionFiles(client, environment.IMPORTS_TABLE),
  now,
});
