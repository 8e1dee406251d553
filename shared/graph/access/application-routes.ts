/** The routes of applications, in Graph's form. */
import { graphApplication, graphSecret } from '../../domain/access/application.ts';
import { Refused } from '../../domain/refusals.ts';
import { instant } from '../../domain/time.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route, Routes } from '../../lambda/route.ts';
import type { Applications } from '../../work/access/applications.ts';
import {
  type ApplicationPorts,
  addApplication,
  addPassword,
  changeApplication,
  removeApplication,
  removePassword,
} from '../../work/access/manage-applications.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import {
  addApplicationBody,
  addPasswordBody,
  changeApplicationBody,
  removePasswordBody,
} from './application-bodies.ts';

export type ApplicationRoutePorts = ApplicationPorts & { applications: Applications };

/** Every route of applications, by its key. */
export const applicationRoutes = (ports: ApplicationRoutePorts): Routes => ({
  'GET /v1.0/applications': listRoute(ports),
  'POST /v1.0/applications': addRoute(ports),
  'GET /v1.0/applications/{id}': readRoute(ports),
  'PATCH /v1.0/applications/{id}': changeRoute(ports),
  'DELETE /v1.0/applications/{id}': removeRoute(ports),
  'POST /v1.0/applications/{id}/addPassword': addPasswordRoute(ports),
  'POST /v1.0/applications/{id}/removePassword': removePasswordRoute(ports),
});

const needs = 'manageApplications';

/** A page of applications in the order of their creation. */
const listRoute = ({ applications }: ApplicationRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const after = skipTokenOf(request);
    const top = topOf(request, { default: 100, max: 999 });
    const page = await applications.list({ top, ...(after !== undefined && { after }) });
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#applications`,
        ...(page.next !== undefined && { '@odata.nextLink': nextLink(request, 'applications', page.next) }),
        value: page.applications.map(graphApplication),
      },
    };
  },
});

const addRoute = (ports: ApplicationRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const body = parseStrictly(addApplicationBody, request.json());
    const application = await addApplication({ ...body, principal: request.principal }, ports);
    return {
      status: 201,
      headers: { location: `${request.origin}/applications/${application.id}` },
      body: { '@odata.context': entityContext(request), ...graphApplication(application) },
    };
  },
});

const readRoute = ({ applications }: ApplicationRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const application = await applications.read(idOf(request));
    if (!application) throw new Refused({ code: 'NotFound' });
    return { status: 200, body: { '@odata.context': entityContext(request), ...graphApplication(application) } };
  },
});

const changeRoute = (ports: ApplicationRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const body = parseStrictly(changeApplicationBody, request.json());
    await changeApplication({ ...askedIn(request), ...body }, ports);
    return { status: 204 };
  },
});

const removeRoute = (ports: ApplicationRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    await removeApplication(askedIn(request), ports);
    return { status: 204 };
  },
});

/** The answer is the only place where the secret's text is ever seen. */
const addPasswordRoute = (ports: ApplicationRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { displayName, endDateTime } = parseStrictly(addPasswordBody, request.json()).passwordCredential;
    const end = endDateTime === undefined ? undefined : instant(endDateTime);
    const { secret, text } = await addPassword({ ...askedIn(request), displayName, endDateTime: end }, ports);
    const context = `${request.origin}/$metadata#microsoft.graph.passwordCredential`;
    return { status: 200, body: { '@odata.context': context, ...graphSecret(secret), secretText: text } };
  },
});

const removePasswordRoute = (ports: ApplicationRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { keyId } = parseStrictly(removePasswordBody, request.json());
    await removePassword({ ...askedIn(request), keyId }, ports);
    return { status: 204 };
  },
});

const entityContext = ({ origin }: Request) => `${origin}/$metadata#applications/$entity`;

const askedIn = (request: Request) => ({ id: idOf(request), principal: request.principal });

/** What is not the id of an application is not asked of the table. */
const idOf = ({ path }: Request): string => {
  const id = path.id ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Refused({ code: 'NotFound' });
  return id;
};
