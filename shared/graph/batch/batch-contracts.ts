/** The route of many requests in one. */
import * as z from 'zod';
import { answer, body, type Contracts } from '../contract.ts';
import { batchBody } from './batch-body.ts';

const batch = answer(
  'BatchResponse',
  z.strictObject({
    responses: z.array(
      z.strictObject({
        id: z.string(),
        status: z.int(),
        headers: z.record(z.string(), z.string()),
        body: z.unknown().optional(),
      }),
    ),
  }),
);

/** The contract of `$batch`. */
export const batchContracts: Contracts = {
  'POST /v1.0/$batch': {
    needs: 'token',
    tag: 'The API itself',
    summary: 'Makes up to 20 requests in one, each with the caller’s own token',
    description: 'A request that depends on one which failed is answered with 424.',
    body: body('Batch', batchBody),
    answers: { 200: batch },
  },
};
