/** The routes that describe the API: for programs, and for people. */
import type { Request, Route } from '../../lambda/route.ts';
import { openApi } from './openapi.ts';
import { referenceAnswers } from './reference-answers.ts';

/** The address of the API. */
const serverOf = ({ origin }: Request): string => origin.replace(/\/v1\.0$/, '');

/** GET /openapi.json: the OpenAPI 3.1 document. It says what can be asked, and nothing of what is there. */
export const openApiRoute = (): Route => {
  const documentOf = remembered(openApi);
  return {
    needs: 'nothing',
    answer: async (request) => ({ status: 200, body: documentOf(serverOf(request)), headers: kept }),
  };
};

/** GET /reference and /reference/{page}: the same as pages. Throws `Refused` NotFound for a page that there is none of. */
export const referenceRoute = (): Route => {
  const answersOf = remembered((server) => referenceAnswers(openApi(server), kept));
  return {
    needs: 'nothing',
    answer: async (request) => answersOf(serverOf(request))(request.path.page, request.headers['accept-encoding']),
  };
};

/** What was made for the last address, which is that of all requests: making the page takes longer than all else. */
const remembered = <Value>(make: (server: string) => Value): ((server: string) => Value) => {
  let last: { server: string; value: Value } | undefined;
  return (server) => {
    if (last?.server !== server) last = { server, value: make(server) };
    return last.value;
  };
};

/** The description changes with a deployment only. */
const kept = { 'cache-control': 'public, max-age=300' };
