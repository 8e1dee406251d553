/** The routes that describe the API: for programs, and for people. */
import { hash } from 'node:crypto';
import type { Answer, Request, Route } from '../../lambda/route.ts';
import { openApi } from './openapi.ts';
import { referencePage } from './reference-page.ts';

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

/** GET /reference: the same as a page. Nothing but its own style sheet is allowed on it. */
export const referenceRoute = (): Route => {
  const pageOf = remembered(pageAt);
  return { needs: 'nothing', answer: async (request) => pageOf(serverOf(request)) };
};

const pageAt = (server: string): Answer => {
  const { page, style } = referencePage(openApi(server));
  const styleHash = hash('sha256', style, 'base64');
  return {
    status: 200,
    text: page,
    headers: {
      ...kept,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
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
