/** Looking for passwords where none may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Muster } from './muster.ts';

/** Passwords by how they came to be: many that were generated, some that were chosen. */
export type Secrets = { generated: ReadonlySet<string>; chosen: readonly string[] };

/** Something to look into, and what it is called. */
export type Place = { name: string; bytes: Buffer };

/** Every place in which a password stands, with its kind; the passwords themselves are not told. */
export const placesWithSecrets = (places: Iterable<Place>, { generated, chosen }: Secrets): string[] => {
  const spelled = [...chosen, ...[...generated].slice(0, 3)].flatMap(spellings);
  const found: string[] = [];
  for (const { name, bytes } of places) {
    if (spelled.some((spelling) => bytes.includes(spelling))) found.push(`a password in ${name}`);
    else if (generatedIn(bytes).some((text) => generated.has(text))) found.push(`a generated password in ${name}`);
  }
  return found;
};

/** What has the form of a generated password, whatever stands around it. */
const generatedIn = (bytes: Buffer): string[] =>
  [...bytes.toString('latin1').matchAll(/(?=([A-HJ-NP-Za-km-z2-9]{4}(?:-[A-HJ-NP-Za-km-z2-9]{4}){4}))/g)].map(
    ([, text = '']) => text,
  );

/** A password as text, and as somebody may have encoded it. Base64 has three forms, by where the text begins. */
const spellings = (password: string): Buffer[] => {
  const bytes = Buffer.from(password);
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last characters also depend on the neighbours.
    return encoded.slice(before === 0 ? 0 : before + 1, -2);
  });
  const json = JSON.stringify(password).slice(1, -1);
  const texts = [password, json, bytes.toString('hex'), encodeURIComponent(password), ...base64];
  return [...new Set(texts)].map((text) => Buffer.from(text)).concat(Buffer.from(password, 'utf16le'));
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
