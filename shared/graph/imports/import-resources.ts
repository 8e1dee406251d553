/** Imports and their reports as the API answers with them. */
import * as z from 'zod';
import { type DeliveryStatus, deliveryStatuses } from '../../domain/credentials/mail-delivery.ts';
import { credentialPolicies, existingPolicies, seatPolicies } from '../../domain/imports/import-options.ts';
import { rowOutcomes } from '../../domain/imports/import-progress.ts';
import { answer } from '../contract.ts';
import { moment, pageOf } from '../people/resources.ts';

const textOrNull = z.string().nullable();
const momentOrNull = moment.nullable();
const countOrNull = z.int().nullable();
const object = z.strictObject({ bucket: z.string(), key: z.string() });

const options = z.strictObject({
  dryRun: z.boolean(),
  seatsShort: z.enum(seatPolicies),
  existingPeople: z.enum(existingPolicies),
  credentials: z.enum(credentialPolicies),
  sendCredentialsDateTime: momentOrNull,
  licenses: z.array(z.string()),
  usageLocation: textOrNull,
  stopAfterRefusals: countOrNull,
  userNamePattern: textOrNull,
  columns: z.record(z.string(), z.string()),
  sheet: textOrNull,
  encoding: textOrNull,
});

const licence = z.strictObject({
  skuId: z.string(),
  skuPartNumber: z.string(),
  needed: z.int(),
  granted: z.int(),
  free: countOrNull.meta({ description: 'Seats that are free now, of an import that is on hold.' }),
  short: z.int(),
  seatsToBuy: z.int(),
});

/** How the text of a file was read. */
const text = {
  encoding: textOrNull.meta({ description: 'How the text of the file was read; null of a workbook.' }),
  encodedCells: z
    .array(z.string())
    .meta({ description: 'The first cells that are not ASCII, as they were read: none of a column of passwords.' }),
};

/** Why the whole of an import was refused. */
export const importError = z
  .strictObject({
    code: z.string(),
    message: z.string(),
    target: textOrNull,
    fact: textOrNull,
    options: z
      .strictObject({ columns: z.record(z.string(), z.string()) })
      .optional()
      .meta({ description: 'Options to begin with when the file is imported again.' }),
  })
  .nullable();

const properties = {
  id: z.string(),
  kind: z.enum(['import', 'undo', 'synchronization']),
  status: z.enum(['notStarted', 'running', 'onHold', 'succeeded', 'failed', 'cancelled']),
  fileName: z.string().meta({ description: 'What the file is called by people.' }),
  file: object,
  options,
  undoes: textOrNull.meta({ description: 'The import that this one undoes.' }),
  applies: textOrNull.meta({ description: 'The dry run that this one does.' }),
  format: textOrNull,
  columns: z
    .array(z.strictObject({ heading: z.string(), property: z.string() }))
    .meta({ description: 'What each heading of the file was taken for.' }),
  notes: z.array(z.string()),
  ...text,
  rows: countOrNull,
  ...(Object.fromEntries(rowOutcomes.map((name) => [name, z.int()])) as Record<(typeof rowOutcomes)[number], z.ZodInt>),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: countOrNull,
  mails: countOrNull.meta({ description: 'Mails that would go out, of a dry run.' }),
  licences: z.array(licence),
  error: importError,
  report: object.nullable(),
  createdBy: z.strictObject({ kind: z.string(), id: z.string(), displayName: z.string() }),
  createdDateTime: moment,
  completedDateTime: momentOrNull,
  delivery: z
    .strictObject(
      Object.fromEntries(deliveryStatuses.map((name) => [name, z.int()])) as Record<DeliveryStatus, z.ZodInt>,
    )
    .nullable()
    .optional()
    .meta({
      description: 'How many of the people who were created have a credential mail in each status, if asked for.',
    }),
};

export const importJob = answer('Import', z.strictObject(properties));

/** Headers that belong to a signed address. */
export const signedHeaders = z
  .record(z.string(), z.string())
  .meta({ description: 'Signed with the address: an upload without them is refused.' });

const inOnePiece = z.strictObject({
  url: z.url().meta({ description: 'Put the file there, once, with the headers below and its length.' }),
  method: z.literal('PUT'),
  headers: signedHeaders,
  expiresDateTime: moment,
});

const inParts = z.strictObject({
  partSize: z.int().meta({ description: 'Bytes of every part but the last one.' }),
  parts: z.int().meta({ description: 'How many there are: have their addresses signed by uploadParts.' }),
});

/** How a file is to come. */
export const uploadWay = z.union([inOnePiece, inParts]);

/** An import whose file is still to come, with how it is to come. */
export const requestedImport = answer('RequestedImport', z.strictObject({ ...properties, upload: uploadWay }));

export const importPage = answer('ImportPage', pageOf(importJob));

/** What was or would be changed of a person; a value that there is not is null. */
const change = z.strictObject({ property: z.string(), from: z.unknown(), to: z.unknown() });

export const reportPage = answer(
  'ReportPage',
  pageOf(
    z.strictObject({
      rowNumber: z.int(),
      userPrincipalName: textOrNull,
      outcome: z.enum(rowOutcomes),
      code: textOrNull,
      target: textOrNull,
      fact: textOrNull,
      message: textOrNull,
      personId: textOrNull,
      changes: z.array(change),
      delivery: textOrNull.optional().meta({ description: 'How far the credentials of the person are, if asked for.' }),
    }),
    text,
  ),
);

/** Where a report can be fetched, by whoever knows the address. */
export const reportAddress = answer(
  'ReportAddress',
  z.strictObject({ fileName: z.string(), url: z.url(), expiresDateTime: moment }),
);
