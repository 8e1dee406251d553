/** Routes of an upload in parts. */
import * as z from 'zod';
import { answer, body, type Contracts } from '../contract.ts';
import { moment } from '../people/resources.ts';
import { importJob, signedHeaders } from './import-resources.ts';
import { completeUploadBody, signPartsBody } from './upload-bodies.ts';

const managed = { needs: 'ownUploads', tag: 'Imports' } as const;

const arrivedParts = answer(
  'ArrivedParts',
  z.strictObject({
    partSize: z.int(),
    parts: z.int(),
    value: z.array(z.strictObject({ partNumber: z.int(), eTag: z.string(), size: z.int() })),
  }),
);

const partAddresses = answer(
  'PartAddresses',
  z.strictObject({
    value: z.array(
      z.strictObject({
        partNumber: z.int(),
        url: z.url(),
        method: z.literal('PUT'),
        headers: signedHeaders,
        size: z.int().meta({ description: 'Bytes of the part: one of any other length is refused.' }),
        expiresDateTime: moment,
      }),
    ),
  }),
);

export const uploadContracts: Contracts = {
  'GET /v1.0/imports/{id}/uploadParts': {
    ...managed,
    summary: 'Says which parts of a file have arrived',
    description: 'Whoever lost the connection, or the page, sends the others. For whoever asked for the import alone.',
    answers: { 200: arrivedParts },
    refusals: ['UploadOver'],
  },
  'POST /v1.0/imports/{id}/uploadParts': {
    ...managed,
    summary: 'Signs addresses to which parts of a file are put',
    description: 'A part may be sent again, also to another address: the last one counts.',
    body: body('SignParts', signPartsBody),
    answers: { 200: partAddresses },
    refusals: ['UploadOver'],
  },
  'POST /v1.0/imports/{id}/completeUpload': {
    ...managed,
    summary: 'Makes the parts one file, and begins the import',
    description:
      'With the ETag of every part, from the answer that it was sent with or from the list of those that arrived. Once: whoever does not know whether it was done looks at the import.',
    body: body('CompleteUpload', completeUploadBody),
    answers: { 202: importJob },
    refusals: ['UploadOver', 'UploadIncomplete'],
  },
  'POST /v1.0/imports/{id}/abortUpload': {
    ...managed,
    summary: 'Ends an upload in parts and cancels its import',
    description: 'What is left alone ends by itself after a day or two.',
    answers: { 202: importJob },
    refusals: ['UploadOver'],
  },
};
