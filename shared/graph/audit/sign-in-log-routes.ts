/** The route of the record of sign-ins. */
import type { Route } from '../../lambda/route.ts';
import { listSignIns, type SignInListPorts } from '../../work/audit/list-sign-ins.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { auditPlaceForm } from './audit-routes.ts';
import { graphSignIn } from './graph-sign-in.ts';
import { signInQuestion } from './sign-in-filter.ts';

/** GET /v1.0/auditLogs/signIns: who signed in or failed to, newest first. */
export const listSignInsRoute = (ports: SignInListPorts): Route => ({
  needs: 'readAudits',
  answer: async (request) => {
    refuseOtherOptions(request, ['$filter', '$top', '$skiptoken']);
    const page = { top: topOf(request, { default: 100, max: 1000 }), after: skipTokenOf(request, auditPlaceForm) };
    const { records, next } = await listSignIns(signInQuestion(request.query.$filter), page, ports);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#auditLogs/signIns`,
        ...(next !== undefined && { '@odata.nextLink': nextLink(request, 'auditLogs/signIns', next) }),
        value: records.map(graphSignIn),
      },
    };
  },
});
