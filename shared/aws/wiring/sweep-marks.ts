/** What the sweep keeps for itself: by which policy everybody was dated, who of an earlier release has their claims, and what it counted. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { policyMark } from '../directory-settings.ts';
import { earlierKeys } from '../people/earlier-keys.ts';
import { directoryDays } from '../reports/directory-days.ts';

/** Its ports in DynamoDB. */
export const sweepMarks = (client: DynamoDBDocumentClient, table: string) => ({
  policyMark: policyMark(client, table),
  earlierKeys: earlierKeys(client, table),
  days: directoryDays(client, table),
});
