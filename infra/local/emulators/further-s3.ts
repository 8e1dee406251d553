/** What S3 answers and fauxqs 2.4.1 does not know: which parts of an upload are there, and that nothing is put over a file. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Answer, errorOf } from '../iam-proxy/answers.ts';

/** Answers a request, or leaves it to the store. */
export type AnswerFirst = (request: IncomingMessage, response: ServerResponse) => boolean;

/** By the files that the store keeps in this folder. */
export const furtherS3 =
  (folder: string): AnswerFirst =>
  (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
    const [bucket = '', ...rest] = pathname.slice(1).split('/');
    const object = { bucket, key: decodeURIComponent(rest.join('/')), upload: searchParams.get('uploadId') };
    const answer = answerTo(request, object, folder);
    if (answer === undefined) return false;
    request.resume();
    response.writeHead(answer.status, answer.headers).end(answer.body);
    return true;
  };

type Named = { bucket: string; key: string; upload: string | null };

const answerTo = ({ method, headers }: IncomingMessage, { bucket, key, upload }: Named, folder: string) => {
  if (method === 'GET' && upload !== null) return partsOf(folder, upload);
  const isWhole = (method === 'PUT' && upload === null) || (method === 'POST' && upload !== null);
  if (!isWhole || headers['if-none-match'] !== '*' || !existsSync(descriptionOf(folder, bucket, key))) return undefined;
  return refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
};

/** Keys as fauxqs names its files by them. */
const descriptionOf = (folder: string, bucket: string, key: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: fauxqs escapes these
  const path = key.replace(/[<>:"|?*\\%\x00-\x1f]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return join(folder, 'buckets', bucket, 'objects', `${path}.meta.json`);
};

const partsOf = (folder: string, upload: string): Answer => {
  const parts = join(folder, '_multipart', upload, 'parts');
  if (!/^[\w-]+$/.test(upload) || !existsSync(parts)) {
    return refusal(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
  }
  const described = readdirSync(parts)
    .filter((name) => name.endsWith('.meta.json'))
    .map((name) => JSON.parse(readFileSync(join(parts, name), 'utf8')) as { partNumber: number; etag: string })
    .toSorted((one, other) => one.partNumber - other.partNumber)
    .map(({ partNumber, etag }) => {
      const { size } = statSync(join(parts, `${partNumber}.data`));
      const tag = etag.replaceAll('"', '&quot;');
      return `<Part><PartNumber>${partNumber}</PartNumber><ETag>${tag}</ETag><Size>${size}</Size></Part>`;
    });
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><ListPartsResult><UploadId>${upload}</UploadId>${described.join('')}</ListPartsResult>`,
  };
};

const refusal = (status: number, code: string, message: string): Answer => errorOf('s3', { status, code, message });
