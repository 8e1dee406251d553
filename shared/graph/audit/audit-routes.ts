/** The routes of the audit. */

import { Refused } from '../../domain/refusals.ts';
import type { Route } from '../../lambda/route.ts';
import { type AuditPorts, listAudits, readAudit } from '../../work/audit/list-audits.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { auditQuestion } from './audit-filter.ts';
import { addressOfAudit, graphAudit } from './graph-audit.ts';

/** The place of an entry, or of a sign-in, as pages end there. */
export const auditPlaceForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[A-Za-z0-9-]{1,64}$/;
/** The same, or a row of an import. */
const place = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[A-Za-z0-9-]{1,64}|row#\d{1,9})$/;

/** GET /v1.0/auditLogs/directoryAudits: who changed what, newest first. */
export const listAuditsRoute = (ports: AuditPorts): Route => ({
  needs: 'readAudits',
  answer: async (request) => {
    refuseOtherOptions(request, ['$filter', '$top', '$skiptoken']);
    const page = { top: topOf(request, { default: 100, max: 1000 }), after: skipTokenOf(request, place) };
    const { entries, userNames, next } = await listAudits(auditQuestion(request.query.$filter), page, ports);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#auditLogs/directoryAudits`,
        ...(next !== undefined && { '@odata.nextLink': nextLink(request, 'auditLogs/directoryAudits', next) }),
        value: entries.map((entry) => graphAudit(entry, userNames)),
      },
    };
  },
});

/** GET /v1.0/auditLogs/directoryAudits/{id}: one entry. */
export const readAuditRoute = (ports: AuditPorts): Route => ({
  needs: 'readAudits',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const address = addressOfAudit(request.path.id ?? '');
    const { entries: [entry] = [], userNames = new Map() } = (address && (await readAudit(address, ports))) ?? {};
    if (!entry) throw new Refused({ code: 'NotFound' });
    const context = `${request.origin}/$metadata#auditLogs/directoryAudits/$entity`;
    return { status: 200, body: { '@odata.context': context, ...graphAudit(entry, userNames) } };
  },
});
