/** Routes of the audit. */
import * as z from 'zod';
import { answer, type Contracts } from '../contract.ts';
import { context, pageOf } from '../people/resources.ts';

const textOrNull = z.string().nullable();
const entryProperties = {
  id: z.string(),
  category: z.string(),
  correlationId: z.string(),
  result: z.literal('success'),
  resultReason: z.string(),
  activityDisplayName: z.string(),
  activityDateTime: z.iso.datetime(),
  loggedByService: z.literal('Muster'),
  initiatedBy: z.strictObject({
    user: z.strictObject({ id: z.string(), displayName: z.string(), userPrincipalName: textOrNull }).nullable(),
    app: z.strictObject({ appId: z.string(), displayName: z.string() }).nullable(),
  }),
  targetResources: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      displayName: z.string(),
      userPrincipalName: textOrNull,
      modifiedProperties: z.array(
        z.strictObject({ displayName: z.string(), oldValue: textOrNull, newValue: textOrNull }),
      ),
    }),
  ),
  additionalDetails: z.array(z.strictObject({ key: z.string(), value: z.string() })),
};

const audit = answer('DirectoryAudit', z.strictObject({ ...context, ...entryProperties }));
const audits = answer('DirectoryAudits', pageOf(z.strictObject(entryProperties)));

const signIn = z.strictObject({
  id: z.string(),
  createdDateTime: z.iso.datetime(),
  correlationId: z.string(),
  userId: z.string(),
  userDisplayName: z.string(),
  userPrincipalName: z.string(),
  appId: z.string(),
  appDisplayName: z.string(),
  resourceDisplayName: z.literal('Muster'),
  ipAddress: z.string(),
  userAgent: z.string(),
  clientAppUsed: z.enum(['Browser', 'Other clients', '']),
  isInteractive: z.boolean(),
  conditionalAccessStatus: z.literal('notApplied'),
  status: z.strictObject({ errorCode: z.int(), failureReason: z.string(), additionalDetails: z.string() }),
});
const signIns = answer('SignIns', pageOf(signIn));

export const auditContracts: Contracts = {
  'GET /v1.0/auditLogs/directoryAudits': {
    needs: 'readAudits',
    tag: 'Audit',
    summary: 'Says who changed what, newest first',
    description:
      "$filter takes targetResources/any(t:t/id eq '...'), initiatedBy/user/id eq '...', initiatedBy/app/appId eq '...', correlationId eq '...' and activityDateTime ge, gt, le or lt, joined by and. A correlationId is an import's id: then its own entries come first, newest first, and after them one for each row that added or changed somebody, in the order of the file, for as long as the import is kept.",
    query: ['$filter', '$top', '$skiptoken'],
    maxItems: 1000,
    answers: { 200: audits },
    refusals: ['FilterNotServed', 'QueryInvalid'],
  },
  'GET /v1.0/auditLogs/directoryAudits/{id}': {
    needs: 'readAudits',
    tag: 'Audit',
    summary: 'Reads an entry of the audit',
    answers: { 200: audit },
  },
  'GET /v1.0/auditLogs/signIns': {
    needs: 'readAudits',
    tag: 'Audit',
    summary: 'Says who signed in, or failed to, newest first',
    description:
      "$filter takes one of userId eq '...', userPrincipalName eq '...' (of somebody who has it now) and appId eq '...', and createdDateTime ge, gt, le or lt, joined by and. More than ten failures in a row, tokens of applications, and attempts with names that nobody has are counted by the quarter of an hour; of such names nothing is kept.",
    query: ['$filter', '$top', '$skiptoken'],
    maxItems: 1000,
    answers: { 200: signIns },
    refusals: ['FilterNotServed', 'QueryInvalid'],
  },
};
