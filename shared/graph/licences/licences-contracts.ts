/** Routes of licences. */
import * as z from 'zod';
import { answer, body, type Contracts } from '../contract.ts';
import { context, etag, licensedUser, moment, pageOf } from '../people/resources.ts';
import { assignLicenseBody, subscribedSkuBody } from './licence-bodies.ts';

const planInfo = {
  servicePlanId: z.string(),
  servicePlanName: z.string(),
  displayName: z.string(),
  appliesTo: z.enum(['User', 'Company']),
};

const skuProperties = {
  ...context,
  ...etag,
  id: z.string(),
  skuId: z.string(),
  skuPartNumber: z.string(),
  displayName: z.string().meta({ description: 'The product’s name; the part number where none is known.' }),
  carriesMailbox: z.boolean(),
  capabilityStatus: z.literal('Enabled'),
  appliesTo: z.literal('User'),
  prepaidUnits: z.strictObject({
    enabled: z.int(),
    suspended: z.literal(0),
    warning: z.literal(0),
    lockedOut: z.literal(0),
  }),
  consumedUnits: z.int(),
  reservedUnits: z.int(),
  servicePlans: z.array(z.strictObject({ ...planInfo, provisioningStatus: z.literal('Success') })),
};

const sku = answer('SubscribedSku', z.strictObject(skuProperties));

const skuWithLine = answer(
  'SubscribedSkuWithLine',
  z.strictObject({
    ...skuProperties,
    seatsToBuy: z.int().meta({ description: 'How many people wait for it.' }),
  }),
);

const skus = answer('SubscribedSkus', pageOf(skuWithLine));

const waitingPage = answer(
  'WaitingPage',
  pageOf(
    z.strictObject({
      id: z.string(),
      userPrincipalName: z.string(),
      displayName: z.string(),
      waitingSinceDateTime: moment,
      place: z.int().positive().meta({ description: 'The place in the line, from 1.' }),
    }),
    { seatsToBuy: z.int().optional().meta({ description: 'How many people wait; on the first page.' }) },
  ),
);

const details = answer(
  'LicenseDetails',
  pageOf(
    z.strictObject({
      id: z.string(),
      skuId: z.string(),
      skuPartNumber: z.string(),
      displayName: z.string(),
      servicePlans: z.array(z.strictObject({ ...planInfo, provisioningStatus: z.enum(['Success', 'Disabled']) })),
    }),
  ),
);

export const licenceContracts: Contracts = {
  'GET /v1.0/subscribedSkus': {
    needs: 'readLicences',
    tag: 'Licences',
    summary: 'Lists the organisation’s licences with their seats, service plans and how many seats to buy',
    answers: { 200: skus },
  },
  'GET /v1.0/subscribedSkus/{skuId}': {
    needs: 'readLicences',
    tag: 'Licences',
    summary: 'Reads a licence, by its id or as {tenant}_{skuId}; with how many seats to buy',
    answers: { 200: skuWithLine },
  },
  'GET /v1.0/subscribedSkus/{skuId}/waiting': {
    needs: 'readLicences',
    tag: 'Licences',
    summary: 'Lists who waits for a licence, in the order in which seats will come to them',
    query: ['$top', '$skiptoken'],
    answers: { 200: waitingPage },
  },
  'GET /v1.0/users/{id}/licenseDetails': {
    needs: 'readLicences',
    tag: 'Licences',
    summary: 'Lists the licences that a person holds, each service plan Success or Disabled',
    answers: { 200: details },
  },
  'PUT /v1.0/subscribedSkus/{skuId}': {
    needs: 'manageLicences',
    tag: 'Licences',
    summary: 'Sets a licence, its number of seats and its service plans; who waits for it is served',
    description: 'Without `servicePlans` those that are set stay.',
    headers: ['If-Match'],
    body: body('SkuSetting', subscribedSkuBody),
    answers: { 200: sku },
    refusals: ['SeatsBelowAssigned', 'SkuPartNumberTaken', 'PreconditionFailed'],
  },
  'POST /v1.0/users/{id}/assignLicense': {
    needs: 'assignLicences',
    tag: 'Licences',
    summary: 'Gives a person licences and takes them away',
    description:
      'A licence without a free seat is waited for; `seatsToBuy` says how many to buy. One that is held or waited for already takes no other seat: only its switched-off plans become those of `disabledPlans`, by id or name. Taking one that is not held changes nothing.',
    body: body('AssignLicense', assignLicenseBody),
    answers: { 200: licensedUser },
    refusals: ['LicenceUnknown', 'ServicePlanUnknown', 'UsageLocationMissing', 'ConcurrentChange'],
  },
};
