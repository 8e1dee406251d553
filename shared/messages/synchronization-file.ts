/**
 * The file that the agent of a directory on premises puts: JSON Lines, in UTF-8. Its first line says where it comes from and
 * from which watermark the reading began, its last one that it is whole.
 *
 * The agent keeps nothing. It asks `GET /v1.0/directory/onPremisesSynchronization` for the watermark, begins with
 * `POST …/{id}/start { scope, dryRun }`, and puts the file to `upload.url` as for `POST /v1.0/imports`. Where nothing has
 * changed there is no file: `POST …/{id}/confirm { previous, watermark }` moves the watermark alone. The watermark is the
 * agent's own: what it must know again (cookie, controller, time of the last full run, mark of scope and mapping) is in it.
 */
import * as z from 'zod';

/** Characters of a watermark at most: a cookie grows with the controllers that a domain ever had. */
export const longestWatermark = 32_768;

/** Characters of a line at most. */
export const longestLine = 262_144;

/** Addresses of one person at most. */
const mostAddresses = 2_000;

/** The directory that a file comes from: `id` is the objectGUID of its naming context, which a rebuilt controller keeps. */
const source = z.strictObject({ id: z.guid(), domainName: z.string().min(1).max(255) });

/** What a run reads: who changed since the watermark, or everybody. */
export const synchronizationScopes = ['delta', 'full'] as const;

/** A watermark's hash, as `previous` names it: SHA-256 of its UTF-8 text, in hexadecimal digits of lower case. */
const watermarkHash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal digits');

const watermark = z.string().min(1).max(longestWatermark);

/** The first line. `previous` is null where there was no watermark; then the scope is full. */
export const synchronizationHeader = z.strictObject({
  source,
  scope: z.enum(synchronizationScopes),
  previous: watermarkHash.nullable(),
  watermark,
});
export type SynchronizationHeader = z.output<typeof synchronizationHeader>;

/** objectGUID as text, such as 6f9619ff-8b86-d011-b42d-00c04fc964ff. */
const objectGuid = z.guid().transform((text) => text.toLowerCase());

/** Base64 of mS-DS-ConsistencyGuid, else of objectGUID. */
const anchor = z.string().min(1).max(256);

/** Of any length that a line may have: what is too long for its property is refused with the row, not with the file. */
const text = z.string().nullable().optional();
const texts = z.array(z.string()).max(mostAddresses).nullable().optional();

/**
 * Somebody in scope, as they are now. A property that is absent is not mapped and stays as it is here; null is empty on
 * premises. `userPrincipalName` is the one on premises, whatever its suffix: here it becomes one at a verified domain.
 */
export const synchronizationUpsert = z.strictObject({
  op: z.literal('upsert'),
  objectGuid,
  anchor,
  userPrincipalName: text,
  displayName: text,
  mailNickname: text,
  accountEnabled: z.boolean().optional(),
  givenName: text,
  surname: text,
  jobTitle: text,
  department: text,
  officeLocation: text,
  businessPhones: texts,
  mobilePhone: text,
  faxNumber: text,
  streetAddress: text,
  city: text,
  state: text,
  postalCode: text,
  country: text,
  employeeId: text,
  preferredLanguage: text,
  mail: text,
  /** As in the directory: `SMTP:` before the primary address, `smtp:` before others. They have no order. */
  proxyAddresses: texts,
  onPremisesDistinguishedName: text,
  onPremisesDomainName: text,
  onPremisesSamAccountName: text,
  onPremisesSecurityIdentifier: text,
});
export type SynchronizationUpsert = z.output<typeof synchronizationUpsert>;

/** Somebody who was deleted, or is out of scope. Who is not known here is passed over. */
export const synchronizationDelete = z.strictObject({ op: z.literal('delete'), objectGuid });

/** A line between the first and the last; one objectGUID has one line. */
export const synchronizationLine = z.discriminatedUnion('op', [synchronizationUpsert, synchronizationDelete]);
export type SynchronizationLine = z.output<typeof synchronizationLine>;

/** The last line: how many lines are between it and the first. */
export const synchronizationEnd = z.strictObject({ end: z.literal(true), rows: z.int().min(0) });

/** Body of `POST /v1.0/directory/onPremisesSynchronization/{id}/start`. The answer is that of `POST /v1.0/imports`. */
export const startSynchronizationBody = z.strictObject({
  scope: z.enum(synchronizationScopes),
  dryRun: z.boolean().default(false),
  /** Bytes of the whole file: one above 8 MiB comes in parts, as that of `POST /v1.0/imports` does. */
  fileSize: z.int().min(1).optional(),
});

/** Body of `POST /v1.0/directory/onPremisesSynchronization/{id}/confirm`: nothing has changed. Answers 204, or 409 WatermarkOutdated. */
export const confirmSynchronizationBody = z.strictObject({ previous: watermarkHash, watermark });

/** What the agent needs of `GET /v1.0/directory/onPremisesSynchronization`: a collection of one, in `value`. */
export const synchronizationState = z.looseObject({
  id: z.string(),
  /** Nothing is taken while this is false: an administrator has switched it off. */
  onPremisesSyncEnabled: z.boolean(),
  /** The source of the watermark; another one is refused until synchronisation was off. */
  source: source.nullable(),
  /** Where the next run begins; null: with a full one. */
  watermark: watermark.nullable(),
  /** objectGUIDs of people who were refused by earlier runs: read again in each run, with the others. */
  retry: z.array(z.string()),
  /** False: there are more of them than `retry` has, and the next run is to be full. */
  retryIsComplete: z.boolean(),
  /** Synchronisation waits: a run was undone, or deletions are held. Undone: nothing is taken until somebody says so. */
  onHold: z.enum(['undone', 'deletions']).nullable(),
});
