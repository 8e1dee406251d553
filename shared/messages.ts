/** The schema of everything that crosses a wire: request bodies and queue messages. */
import * as z from 'zod';
import { rowOutcomes } from './domain/import-progress.ts';
import { credentialWalk } from './messages/credential-request.ts';

export type { CredentialWalk } from './messages/credential-request.ts';

const text = z.string().trim();
const names = z.array(text);

/** Most licences of one request: each is an action or two of a transaction, which has 100. */
const mostLicences = 20;

/** Most service plans of a licence: Microsoft's largest has about a hundred. */
const mostPlans = 200;

/** A licence that is asked for, with service plans to be switched off. */
const wantedLicence = z.strictObject({ skuId: text, disabledPlans: z.array(text).max(mostPlans).optional() });
/** Who gets a password: addresses, or whoever asks, in the answer. Ours. */
const credentialDelivery = z.union([
  z.strictObject({ to: z.array(text).min(1) }),
  z.strictObject({ show: z.literal(true) }),
]);

/** Body of `POST /v1.0/users`: Graph's property names; `credentialDelivery` and `roles` are ours. */
export const createUserBody = z.strictObject({
  displayName: text.optional(),
  userPrincipalName: text.optional(),
  mailNickname: text.optional(),
  accountEnabled: z.boolean().optional(),
  givenName: text.optional(),
  surname: text.optional(),
  jobTitle: text.optional(),
  department: text.optional(),
  officeLocation: text.optional(),
  businessPhones: names.optional(),
  mobilePhone: text.optional(),
  faxNumber: text.optional(),
  streetAddress: text.optional(),
  city: text.optional(),
  state: text.optional(),
  postalCode: text.optional(),
  country: text.optional(),
  employeeId: text.optional(),
  otherMails: names.optional(),
  preferredLanguage: text.optional(),
  usageLocation: text.optional(),
  assignedLicenses: z.array(wantedLicence).max(mostLicences).optional(),
  roles: names.optional(),
  passwordProfile: z
    .strictObject({
      password: z.string().min(1).optional(),
      forceChangePasswordNextSignIn: z.boolean().optional(),
    })
    .optional(),
  credentialDelivery: credentialDelivery.optional(),
});
export type CreateUserBody = z.output<typeof createUserBody>;

/** Body of `POST /v1.0/users/{id}/assignLicense`, as Graph has it. */
export const assignLicenseBody = z.strictObject({
  addLicenses: z.array(wantedLicence).max(mostLicences),
  removeLicenses: z.array(text).max(mostLicences),
});

/** A service plan of a licence. Microsoft's names have letters, digits, `_`, and some spaces and brackets. */
const servicePlan = z.strictObject({
  servicePlanId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'must be 1 to 64 letters, digits and -'),
  servicePlanName: z
    .string()
    .trim()
    .regex(/^[\x20-\x7e]{1,64}$/, 'must be 1 to 64 printable ASCII characters'),
  appliesTo: z.enum(['User', 'Company']).default('User'),
});

/** Whether no two plans have the same id or name, in any case. */
const areDistinct = (plans: readonly z.output<typeof servicePlan>[]): boolean => {
  const distinct = (texts: string[]) => new Set(texts.map((one) => one.toLowerCase())).size === texts.length;
  return (
    distinct(plans.map(({ servicePlanId }) => servicePlanId)) &&
    distinct(plans.map(({ servicePlanName }) => servicePlanName))
  );
};

/** The address of a person; its last part is an id or user principal name, of which the odd characters are encoded. */
const personAddress =
  /^https?:\/\/[^/?#\s]+(?:\/[^/?#\s]+)*?\/(?:users|directoryObjects)\/((?:[^/?#%\s]|%[0-7][0-9A-Fa-f]){1,384})$/;

/** Body of `POST /v1.0/directoryRoles/{id}/members/$ref`, as Graph has it; read as the id or name of the person. */
export const memberReference = z.strictObject({
  '@odata.id': z
    .string()
    .trim()
    .regex(personAddress, 'the address of a person is expected, such as https://host/v1.0/users/{id}')
    .transform((address) => decodeURIComponent(personAddress.exec(address)?.[1] ?? '')),
});

/** A password that somebody typed: any text, but longer than every password that can be set it is not looked at. */
const typedPassword = z.string().min(1).max(1024);

/** Body of `POST /v1.0/signIn`. */
export const signInBody = z.strictObject({
  userPrincipalName: text.min(1).max(256),
  password: typedPassword,
});

/** Body of `POST /v1.0/me/changePassword`. */
export const changePasswordBody = z.strictObject({ currentPassword: typedPassword, newPassword: typedPassword });

/** Body of Graph's `resetPassword`; `credentialDelivery` is ours. */
export const resetPasswordBody = z.strictObject({
  newPassword: typedPassword.optional(),
  credentialDelivery: credentialDelivery.optional(),
});

/** Body of `PUT /v1.0/subscribedSkus/{skuId}`. */
export const subscribedSkuBody = z.strictObject({
  skuPartNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_]{1,64}$/, 'must be 1 to 64 letters, digits and _'),
  prepaidUnits: z.strictObject({ enabled: z.int().min(0).max(100_000_000) }),
  carriesMailbox: z.boolean(),
  servicePlans: z.array(servicePlan).max(mostPlans).refine(areDistinct, 'ids and names must be different').optional(),
});

/** The event that EventBridge makes of an object put into the import bucket. Keys come raw: they are never decoded. */
export const objectCreatedEvent = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: text }),
    object: z.object({
      key: z.string(),
      etag: z.string().optional(),
      size: z.number().optional(),
      'version-id': z.string().optional(),
      sequencer: z.string().optional(),
    }),
  }),
});

/** A step of an import that its own queue asks for: go on from where the job stands. */
export const importStep = z.strictObject({ kind: z.literal('continueImport'), importId: z.string() });
export type ImportStep = z.output<typeof importStep>;

/** What comes through the queue of files. */
export const fileMessage = z.union([importStep, objectCreatedEvent]);

/** A refusal as it travels. Its code is one of domain/refusals.ts. */
const refusal = z.strictObject({ code: z.string(), target: z.string().optional(), fact: z.string().optional() });

/** A checked draft as it travels; a chosen password travels sealed, beside it. */
const travellingDraft = z.looseObject({
  userPrincipalName: z.string(),
  displayName: z.string(),
  mailNickname: z.string(),
  skuIds: z.array(z.string()),
});

/** What a dry run found for a row, which is now to come out the same. */
const plannedRow = z.strictObject({
  outcome: z.enum(rowOutcomes),
  changes: z.array(z.looseObject({ property: z.string() })).optional(),
});

/** A row of a chunk: a person to add or to change, or a refusal to record. */
const chunkRow = z.strictObject({
  rowNumber: z.int(),
  userPrincipalName: z.string(),
  draft: travellingDraft.optional(),
  /** Licences of the draft that no reserved seat is left for. */
  short: z.array(z.string()).optional(),
  /** The chosen password, sealed with the chunk's data key. */
  sealedPassword: z.string().optional(),
  warning: refusal.optional(),
  refusal: refusal.optional(),
  planned: plannedRow.optional(),
});

/**
 * A chunk of rows. Its id is the import's id and the number of its first row; one that was sent before the import was
 * resumed is not good any more. That of an undo has no rows: they are results, which lie in the table.
 */
export const rowsMessage = z.strictObject({
  importId: z.string(),
  importedAt: z.string(),
  resumption: z.int(),
  firstRow: z.int(),
  lastRow: z.int(),
  rows: z.array(chunkRow).min(1).optional(),
  undo: z.literal(true).optional(),
  /** The data key of the sealed passwords, itself encrypted by KMS. */
  sealedKey: z.string().optional(),
});

/** People whose credentials are owed; at most 50, mailed together where they share an address. */
export const credentialMessage = z.strictObject({ userIds: z.array(z.string()).min(1).max(50) });

/** People whom notices are owed, or an import whose results are. */
export const noticeMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notices'), userIds: z.array(z.string()).min(1).max(50) }),
  z.strictObject({ kind: z.literal('importResults'), importId: z.string() }),
]);
export type NoticeMessage = z.output<typeof noticeMessage>;

/** Work of the sweep: `sweep` starts it, the others are its parts. */
export const sweepMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sweep') }),
  z.strictObject({ kind: z.literal('shard'), shard: z.int().min(0).max(15) }),
  z.strictObject({ kind: z.literal('waiting'), skuId: z.string() }),
  z.strictObject({ kind: z.literal('imports') }),
  /** People whose user names are in a shard, after one, are dated anew; those at a domain alone, if one is given. */
  z.strictObject({
    kind: z.literal('redate'),
    shard: z.int().min(0).max(15),
    domain: z.string().optional(),
    after: z.string().optional(),
  }),
  credentialWalk,
]);
export type SweepMessage = z.output<typeof sweepMessage>;
