/** The functions of a template and the queues that feed them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Find } from './find.ts';

const lambda = z.object({
  Code: z.object({ S3Key: z.string() }),
  Description: z.string().optional(),
  Handler: z.string(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
});

/** A function and the file of its bundle. */
export type FunctionDefinition = {
  logicalId: string;
  name: string;
  arn: string;
  /** What people call it: its description, which is its file's name in functions/. */
  title: string;
  handlerFile: string;
  handlerName: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  reservedConcurrency: number | undefined;
  environment: Record<string, string>;
};

/** Tells what people call a function, by its name or its ARN; who is no function is called by the same word. */
export const titlesOf = (functions: readonly FunctionDefinition[]): ((nameOrArn: string) => string) => {
  const titles = new Map(functions.flatMap(({ name, arn, title }) => [[name, title] as const, [arn, title] as const]));
  return (nameOrArn) => titles.get(nameOrArn) ?? nameOrArn;
};

/** The functions of the template. Throws when the code of one is not in the assembly. */
export const readFunctions = (find: Find, assetFolders: ReadonlyMap<string, string>): FunctionDefinition[] =>
  find('AWS::Lambda::Function').map(({ logicalId, ref, arn, properties }) => {
    const read = lambda.parse(properties);
    const folder = assetFolders.get(read.Code.S3Key);
    const [module = '', handlerName = ''] = read.Handler.split('.');
    const file = ['.mjs', '.js', '.cjs'].map((ending) => join(folder ?? '', module + ending)).find(existsSync);
    if (folder === undefined || file === undefined) {
      throw new Error(`The code of ${logicalId} (${read.Code.S3Key}, handler ${read.Handler}) is not in the assembly.`);
    }
    return {
      logicalId,
      name: ref,
      arn,
      title: read.Description ?? logicalId,
      handlerFile: file,
      handlerName,
      timeoutSeconds: read.Timeout,
      memoryMegabytes: read.MemorySize,
      reservedConcurrency: read.ReservedConcurrentExecutions,
      environment: read.Environment?.Variables ?? {},
    };
  });

const eventSource = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().default(10),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().optional() }).optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  Enabled: z.boolean().default(true),
});

/** A queue that feeds a function. */
export type EventSourceDefinition = {
  queueArn: string;
  /** Name or ARN of the function. */
  functionName: string;
  batchSize: number;
  windowSeconds: number;
  maximumConcurrency: number | undefined;
  reportsBatchItemFailures: boolean;
};

/** The enabled event source mappings of the template. */
export const readEventSources = (find: Find): EventSourceDefinition[] =>
  find('AWS::Lambda::EventSourceMapping')
    .map(({ properties }) => eventSource.parse(properties))
    .filter(({ Enabled }) => Enabled)
    .map((read) => ({
      queueArn: read.EventSourceArn,
      functionName: read.FunctionName,
      batchSize: read.BatchSize,
      windowSeconds: read.MaximumBatchingWindowInSeconds,
      maximumConcurrency: read.ScalingConfig?.MaximumConcurrency,
      reportsBatchItemFailures: read.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    }));
