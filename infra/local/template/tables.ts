/** The tables of a template, in the shape of DynamoDB's own CreateTable. */
import type { CreateTableCommandInput, TableDescription } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Find } from './find.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const table = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.boolean() }).optional(),
});

/** A table to create, and the attribute by which its items expire. */
export type TableDefinition = { create: CreateTableCommandInput; timeToLiveAttribute: string | undefined };

/** The tables of the template; capacity, encryption and replicas are of no meaning on one machine. */
export const readTables = (find: Find): TableDefinition[] =>
  find('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table').map(({ ref, properties }) => {
    const { TimeToLiveSpecification: timeToLive, ...definition } = table.parse(properties);
    return {
      create: { TableName: ref, BillingMode: 'PAY_PER_REQUEST', ...withoutAbsent(definition) },
      timeToLiveAttribute: timeToLive?.Enabled === true ? timeToLive.AttributeName : undefined,
    };
  });

const withoutAbsent = <Definition extends object>(definition: Definition): Definition =>
  Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined)) as Definition;

/** The name of the partition key of each table, and of each of its indexes as `Table/index/name`. */
export const partitionKeysOf = (tables: readonly TableDescription[]): ReadonlyMap<string, string> =>
  new Map(
    tables.flatMap(({ TableName, KeySchema, GlobalSecondaryIndexes = [], LocalSecondaryIndexes = [] }) => [
      [String(TableName), hashOf(KeySchema)] as const,
      ...[...GlobalSecondaryIndexes, ...LocalSecondaryIndexes].map(
        (one) => [`${TableName}/index/${one.IndexName}`, hashOf(one.KeySchema)] as const,
      ),
    ]),
  );

const hashOf = (schema: TableDescription['KeySchema'] = []): string =>
  schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
