/** The routes of licences. */
import { graphSku } from '../domain/graph-user.ts';
import { Refused } from '../domain/refusals.ts';
import { subscribedSkuBody } from '../messages.ts';
import type { Directory } from '../work/directory.ts';
import type { Queues } from '../work/queues.ts';
import type { Route } from './on-http.ts';
import { parseStrictly } from './parse-body.ts';
import { refuseOtherOptions } from './query-options.ts';

export type SkuPorts = { directory: Pick<Directory, 'catalogue' | 'putSku'>; queues: Pick<Queues, 'sweeps'> };

/** GET /v1.0/subscribedSkus: every licence with its seats. */
export const listSkusRoute = ({ directory }: SkuPorts): Route => ({
  needs: 'readLicences',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const context = `${request.origin}/$metadata#subscribedSkus`;
    return { status: 200, body: { '@odata.context': context, value: (await directory.catalogue()).map(graphSku) } };
  },
});

/** PUT /v1.0/subscribedSkus/{skuId}: sets a licence; those who wait for it are served when seats came. */
export const putSkuRoute = ({ directory, queues }: SkuPorts): Route => ({
  needs: 'manageLicences',
  answer: async ({ path, json }) => {
    const skuId = path.skuId ?? '';
    if (!/^[A-Za-z0-9-]{1,64}$/.test(skuId)) {
      throw new Refused({ code: 'ValueInvalid', target: 'skuId', fact: '1 to 64 letters, digits and -' });
    }
    const { skuPartNumber, carriesMailbox, prepaidUnits } = parseStrictly(subscribedSkuBody, json());
    const outcome = await directory.putSku({ skuId, skuPartNumber, carriesMailbox, enabled: prepaidUnits.enabled });
    if (outcome.kind === 'taken') throw new Refused({ code: 'SkuPartNumberTaken', target: 'skuPartNumber' });
    if (outcome.kind === 'below') {
      throw new Refused({ code: 'SeatsBelowAssigned', target: 'prepaidUnits.enabled', fact: String(outcome.inUse) });
    }
    // When the queue cannot be told, the next sweep serves those who wait.
    await queues.sweeps([{ kind: 'waiting', skuId }]).catch(() => undefined);
    return { status: 200, body: graphSku(outcome.sku) };
  },
});
