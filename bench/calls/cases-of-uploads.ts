/** The calls of routes by which a file of people comes in parts. */
import { bodyOf } from './ask.ts';
import type { RouteCase } from './route-case.ts';

/** Of an import whose file is to come in three parts. */
const inParts = (
  method: 'GET' | 'POST',
  name: string,
  calls: string,
  because: string,
  { status = 200, body }: { status?: number; body?: object } = {},
): RouteCase => ({
  route: `${method} /v1.0/imports/{id}/${name}`,
  ...{ calls, because, status },
  asks: async ({ operator: token }, via) => {
    const asked = { fileName: 'people.csv', fileSize: 20_000_000 };
    const { id } = bodyOf(await via('POST /v1.0/imports', { token, body: asked }));
    return { token, path: { id }, ...(body && { body }) };
  },
});

export const casesOfUploads: readonly RouteCase[] = [
  {
    route: 'POST /v1.0/imports/{id}/dryRun',
    calls: 'GetItem BatchGetItem Query TransactWriteItems SendMessageBatch Query',
    because: 'token; import whose file it is; places that are left; transaction; message; counters, to be shown',
    status: 202,
    asks: async ({ operator: token, importJob }) => {
      const { id } = await importJob({ stage: 'settled', status: 'failed' });
      return { token, path: { id }, body: { columns: { Ort: 'city' } } };
    },
  },
  {
    route: 'POST /v1.0/imports',
    what: 'of a file in parts',
    calls: 'GetItem CreateMultipartUpload Query TransactWriteItems Query',
    because: 'the same, and the upload in the bucket, whose name the job has',
    status: 201,
    asks: ({ operator: token }) => ({ token, body: { fileName: 'people.csv', fileSize: 20_000_000 } }),
  },
  inParts('GET', 'uploadParts', 'GetItem BatchGetItem ListParts', 'token, job, parts'),
  inParts('POST', 'uploadParts', 'GetItem BatchGetItem', 'token, job: the addresses are signed here', {
    body: { partNumbers: [1, 2, 3] },
  }),
  inParts(
    'POST',
    'completeUpload',
    'GetItem BatchGetItem CompleteMultipartUpload Query',
    'token; job; its end in the bucket, whose event begins the import; counters, to be shown',
    { status: 202, body: { parts: [1, 2, 3].map((partNumber) => ({ partNumber, eTag: 'abc' })) } },
  ),
  inParts(
    'POST',
    'abortUpload',
    'GetItem BatchGetItem BatchGetItem BatchGetItem TransactWriteItems SendMessageBatch AbortMultipartUpload Query',
    'token; job; as a cancelled import; its end in the bucket; counters',
    { status: 202 },
  ),
];
