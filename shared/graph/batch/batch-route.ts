/** The route of batches. */

import { Refused } from '../../domain/refusals.ts';
import { authorizationOf } from '../../lambda/access/shown-token.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route } from '../../lambda/route.ts';
import { type Sentence, toldIn } from '../../refusals/sentences-in.ts';
import { graphError, statusOf } from '../odata/graph-error.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { millisecondsToAnswer } from '../own-api.ts';
import { type BatchRequest, batchFaults } from './batch.ts';
import { batchBody } from './batch-body.ts';
import { logPart } from './log-part.ts';
import { type Ask, type PartResult, runBatch } from './run-batch.ts';

/** Asks the API as a caller, for so long altogether. */
export type BatchPorts = { askAs: (caller: { authorization: string; language?: string; milliseconds: number }) => Ask };

/**
 * POST /v1.0/$batch: up to 20 requests, each made with the caller's own token and answered by itself. The batch asks for
 * nothing more than a token: what each request needs is judged where it is made.
 */
export const batchRoute = ({ askAs }: BatchPorts): Route => ({
  needs: 'token',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const sent = parseStrictly(batchBody, request.json()).requests as BatchRequest[];
    const requests = sent.map((each) => ({ ...each, url: withoutOwnAddress(each.url, request.origin) }));
    const [first, ...others] = batchFaults(requests);
    if (first) throw new Refused(first, ...others);
    const language = request.headers['accept-language'];
    const asked = { authorization: authorizationOf(request) ?? '', ...(language !== undefined && { language }) };
    const ask = askAs({ ...asked, milliseconds: millisecondsToAnswer });
    const results = await runBatch(requests, ask);
    for (const [index, result] of results.entries()) logPart(index, result, request);
    const { sentence } = await toldIn(request.headers);
    return { status: 200, body: { responses: results.map((result) => responseOf(result, sentence)) } };
  },
});

/** Microsoft's SDK for Python names the whole address, once it has asked anything. That of another system stays one. */
const withoutOwnAddress = (url: string, origin: string): string =>
  url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;

const responseOf = (result: PartResult, sentence: Sentence) =>
  'answer' in result
    ? { id: result.id, ...result.answer }
    : {
        id: result.id,
        status: statusOf([result.refusal]),
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body: graphError([result.refusal], sentence),
      };
