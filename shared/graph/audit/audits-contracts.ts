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
};
