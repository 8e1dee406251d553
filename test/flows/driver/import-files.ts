/** Files in the import bucket, what becomes of them, and their reports. */
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { parse } from 'csv-parse/sync';
import type { Api } from './api.ts';
import type { Import, RequestedImport } from './resources.ts';
import { waitFor } from './wait-for.ts';

/** Buckets of a running system. */
export type ImportFiles = ReturnType<typeof createImportFiles>;

const isOver = ({ status }: Import) => !['notStarted', 'running'].includes(status);

/** Speaks to the buckets. */
export const createImportFiles = (api: Api, s3: S3Client, buckets: { imports: string; reports: string }) => {
  /** Puts a file into the bucket, with its options as its metadata. */
  const putFile = (key: string, content: Uint8Array | string, options?: object) => {
    const Metadata = options && { 'muster-options': encodeURIComponent(JSON.stringify(options)) };
    return s3.send(new PutObjectCommand({ Bucket: buckets.imports, Key: key, Body: Buffer.from(content), Metadata }));
  };

  /** Puts a file to an address that the API gave, with nothing but what it asks for. */
  const upload = async ({ upload: { url, method, headers } }: RequestedImport, content: string): Promise<void> => {
    // As bytes: of a text `fetch` would name the kind.
    const { status } = await fetch(url, { method, headers, body: Buffer.from(content) });
    if (status !== 200) throw new Error(`The upload was answered with ${status}.`);
  };

  const importsOf = async (key: string): Promise<Import[]> =>
    (await api.imports()).filter(({ file }) => file.key === key);

  const follow = (id: string, seconds = 120): Promise<Import> =>
    waitFor(`the end of import ${id}`, () => api.import(id), isOver, { seconds });

  /** The import of a file, at its end; it is the newest of that key. */
  const importOf = async (key: string, notThese: readonly string[] = []): Promise<Import> => {
    const isNew = ({ id }: Import) => !notThese.includes(id);
    const found = await waitFor(
      `an import of ${key}`,
      () => importsOf(key),
      (imports) => imports.some(isNew),
    );
    return follow(found.find(isNew)?.id ?? '');
  };

  /** Puts a file into the bucket and follows its import to the end. */
  const importFile = async (key: string, content: Uint8Array | string, options?: object): Promise<Import> => {
    const before = (await importsOf(key)).map(({ id }) => id);
    await putFile(key, content, options);
    return importOf(key, before);
  };

  /** The report as it lies in its bucket. */
  const reportFile = async ({ id, report }: Import): Promise<string> => {
    if (!report) throw new Error(`Import ${id} has no report.`);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: report.bucket, Key: report.key }));
    // Not transformToString, which would take the byte order mark away.
    return Buffer.from((await Body?.transformToByteArray()) ?? []).toString('utf8');
  };

  return { buckets, putFile, upload, importsOf, follow, importOf, importFile, reportFile };
};

/** The lines of a report, each by its headings. */
export const reportRows = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, relax_column_count: true });

/** A file of people: headings and rows, quoted where that is needed. */
export const csv = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [headings, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
};
