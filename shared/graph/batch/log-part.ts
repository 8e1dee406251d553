/** What the log says of a part of a batch. */
import { log } from '../../lambda/log.ts';
import type { Request } from '../../lambda/route.ts';
import { statusOf } from '../odata/graph-error.ts';
import type { PartResult } from './run-batch.ts';

/**
 * The gateway's access log has this function's own address for each part, and the batch's for the whole: a line for each
 * part leads from one to the other. A part's number counts from 0: its id is the caller's own text.
 */
export const logPart = (part: number, result: PartResult, { principal, gatewayRequestId }: Request): void => {
  const status = 'answer' in result ? result.answer.status : statusOf([result.refusal]);
  const partRequestId = 'answer' in result ? result.answer.headers['request-id'] : undefined;
  log('part of batch', {
    ...{ part, status, principalId: principal.id },
    ...(gatewayRequestId !== undefined && { gatewayRequestId }),
    ...(partRequestId !== undefined && { partRequestId }),
    ...('refusal' in result && { codes: result.refusal.code }),
  });
};
