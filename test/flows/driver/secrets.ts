/** Looking for passwords where none may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { Needles } from '../../../clients/check/state/needles.ts';
import type { Muster } from './muster.ts';

/** Passwords by how they came to be: many that were generated, some that were chosen. */
export type Secrets = { generated: ReadonlySet<string>; chosen: readonly string[] };

/** Something to look into, and what it is called. */
export type Place = { name: string; bytes: Buffer };

/** Every place in which a password stands; the passwords themselves are not told. */
export const placesWithSecrets = (places: Iterable<Place>, { generated, chosen }: Secrets): string[] => {
  const needles = new Needles([...generated, ...chosen]);
  return [...places].filter(({ bytes }) => needles.isIn(bytes)).map(({ name }) => `a password in ${name}`);
};

/** Every file below a folder, but for those that are excepted. */
export function* filesBelow(folder: string, isExcepted: (path: string) => boolean): Generator<Place> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !isExcepted(path)) yield { name: path, bytes: readFileSync(path) };
  }
}

/** What the tables, queues and reports hold, as AWS gives it. */
export const keptInAws = async ({ clients, outputs, queues }: Muster): Promise<Place[]> => {
  const places: Place[] = [];
  for (const TableName of [outputs.DirectoryTableName, outputs.ImportsTableName]) {
    for await (const { Items = [] } of paginateScan({ client: clients.dynamodb }, { TableName })) {
      places.push({ name: `the table ${TableName}`, bytes: Buffer.from(JSON.stringify(Items)) });
    }
  }
  for (const url of await queues.all()) {
    for (const body of await queues.peek(url)) places.push({ name: `the queue ${url}`, bytes: Buffer.from(body) });
  }
  const Bucket = outputs.ReportBucketName;
  for await (const { Contents = [] } of paginateListObjectsV2({ client: clients.s3 }, { Bucket })) {
    for (const { Key } of Contents) {
      const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key }));
      places.push({ name: `the report ${Key}`, bytes: Buffer.from((await Body?.transformToByteArray()) ?? []) });
    }
  }
  return places;
};
