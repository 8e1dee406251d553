/** Routes of licences. */
import * as z from 'zod';
import { assignLicenseBody, subscribedSkuBody } from '../messages.ts';
import { answer, body, type Contracts } from './contract.ts';
import { context, licensedUser, pageOf } from './resources.ts';

const sku = answer(
  'SubscribedSku',
  z.strictObject({
    ...context,
    id: z.string(),
    skuId: z.string(),
    skuPartNumber: z.string(),
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
  }),
);

const skus = answer('SubscribedSkus', pageOf(sku));

export const licenceContracts: Contracts = {
  'GET /v1.0/subscribedSkus': {
    needs: 'readLicences',
    tag: 'Licences',
    summary: 'Lists the organisation’s licences with their seats',
    answers: { 200: skus },
  },
  'PUT /v1.0/subscribedSkus/{skuId}': {
    needs: 'manageLicences',
    tag: 'Licences',
    summary: 'Sets a licence and its number of seats; who waits for it is served',
    body: body('SkuSetting', subscribedSkuBody),
    answers: { 200: sku },
    refusals: ['SeatsBelowAssigned', 'SkuPartNumberTaken', 'ValueInvalid'],
  },
  'POST /v1.0/users/{id}/assignLicense': {
    needs: 'assignLicences',
    tag: 'Licences',
    summary: 'Gives a person licences and takes them away',
    description: 'A licence without a free seat is waited for; `seatsToBuy` says how many to buy.',
    body: body('AssignLicense', assignLicenseBody),
    answers: { 200: licensedUser },
    refusals: ['LicenceUnknown', 'UsageLocationMissing'],
  },
};
