/** The resources that the API answers with. */
import * as z from 'zod';
import { roleNames } from '../../domain/access/roles.ts';
import { deliveryStatuses } from '../../domain/credentials/mail-delivery.ts';
import { neverExpires, passwordStates } from '../../domain/passwords/password-terms.ts';
import { forEachText } from '../../domain/person-properties.ts';
import { answer } from '../contract.ts';
import { absentProperties } from './absent-properties.ts';

const textOrNull = z.string().nullable();
/** UTC, as `2026-01-31T09:00:00.000Z`. */
export const moment = z.iso.datetime();
const momentOrNull = moment.nullable();
export const context = { '@odata.context': z.string().optional() };

/** A list of resources, a page at a time. */
export const pageOf = (item: z.ZodType, more: z.ZodRawShape = {}) =>
  z.strictObject({
    ...context,
    '@odata.count': z.int().optional(),
    '@odata.nextLink': z.url().optional(),
    ...more,
    value: z.array(item),
  });

export const assignedLicense = z.strictObject({ skuId: z.string(), disabledPlans: z.array(z.string()) });

export const seatsToBuy = z.array(
  z.strictObject({ skuId: z.string(), skuPartNumber: z.string(), seats: z.int().positive() }),
);

/** The properties of a person; `$select` picks some of them. */
export const userProperties = {
  id: z.string(),
  userPrincipalName: z.string(),
  ...forEachText(() => textOrNull),
  displayName: z.string(),
  mailNickname: z.string(),
  mail: textOrNull,
  accountEnabled: z.boolean(),
  businessPhones: z.array(z.string()),
  otherMails: z.array(z.string()),
  userType: z.literal('Member'),
  createdDateTime: moment,
  signInActivity: z.strictObject({ lastSignInDateTime: moment }).nullable(),
  deletedDateTime: momentOrNull,
  signInSessionsValidFromDateTime: moment,
  lastPasswordChangeDateTime: moment,
  passwordProfile: z.strictObject({
    forceChangePasswordNextSignIn: z.boolean(),
    password: z.string().optional().meta({ description: 'A generated password that was to be shown: this once.' }),
  }),
  passwordPolicies: z
    .literal(neverExpires)
    .nullable()
    .meta({ description: 'Set where the password has no age, such as that of an account for a program.' }),
  passwordExpiresDateTime: momentOrNull,
  passwordState: z.enum(passwordStates),
  temporaryPasswordExpiresDateTime: momentOrNull,
  assignedLicenses: z.array(assignedLicense),
  waitingLicenses: z.array(assignedLicense.extend({ waitingSinceDateTime: moment })),
  roles: z.array(z.enum(roleNames)),
  onPremisesSyncEnabled: z.boolean().nullable().meta({
    description: 'true: a directory on premises decides of most properties; false: it did so once; null: it never did.',
  }),
  onPremisesImmutableId: textOrNull,
  onPremisesLastSyncDateTime: momentOrNull,
  onPremisesDistinguishedName: textOrNull,
  onPremisesDomainName: textOrNull,
  onPremisesSamAccountName: textOrNull,
  onPremisesSecurityIdentifier: textOrNull,
  onPremisesUserPrincipalName: textOrNull,
  proxyAddresses: z.array(z.string()),
  mailbox: z
    .strictObject({ state: z.enum(['active', 'grace', 'disabled']), graceEndsDateTime: momentOrNull })
    .nullable(),
  credentialMail: z.strictObject({
    state: z.enum(['held', 'owed', 'sent']),
    deliveryStatus: z.enum(deliveryStatuses),
    deliveryReason: z.string().nullable(),
    sentDateTime: momentOrNull,
  }),
};

/** Why somebody is not as they are in the directory on premises: told where `$select` names it. */
const onPremisesProvisioningErrors = z.array(
  z.strictObject({
    category: z.string(),
    occurredDateTime: moment,
    propertyCausingError: textOrNull,
    value: textOrNull,
  }),
);

/** What Graph's users have and people here do not, for whoever selects it. */
export const absent: z.ZodRawShape = Object.fromEntries(
  Object.entries(absentProperties).map(([name, value]) => [name, value === null ? z.null() : z.array(z.never())]),
);

/** What `If-Match` may name. */
export const etag = { '@odata.etag': z.string().optional() };

export const user = answer('User', z.strictObject({ ...context, ...etag, ...userProperties }));

/** A person, with the properties that were selected. */
export const selectedUser = answer(
  'SelectedUser',
  z.strictObject({ ...context, ...etag, ...userProperties, onPremisesProvisioningErrors, ...absent }).partial(),
);

/** A person after licences were asked for; `seatsToBuy` when some were short. */
export const licensedUser = answer(
  'LicensedUser',
  z.strictObject({ ...context, ...etag, ...userProperties, seatsToBuy: seatsToBuy.optional() }),
);

/** People, each with the properties that were selected. */
export const userPage = answer(
  'UserPage',
  pageOf(z.strictObject({ ...etag, ...userProperties, onPremisesProvisioningErrors, ...absent }).partial()),
);

const problem = { code: z.string(), message: z.string(), target: z.string().optional() };

/** Graph's error. `details` lists every problem that was found. */
export const graphError = z.strictObject({
  ...problem,
  details: z
    .array(
      z.strictObject({
        ...problem,
        fact: z
          .string()
          .optional()
          .meta({ description: 'What the sentence tells besides, as it is in every language.' }),
      }),
    )
    .optional(),
  innerError: z.strictObject({ date: z.string(), 'request-id': z.string(), 'client-request-id': z.string() }),
});

export const errorAnswer = answer('Error', z.strictObject({ error: graphError }));

/** An answer of API Gateway itself, which has no code. */
export const gatewayAnswer = answer('GatewayError', z.object({ message: z.string() }));
