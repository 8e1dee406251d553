/** The routes of licences. */

import type { Audit } from '../../domain/audit.ts';
import type { SkuState } from '../../domain/licences/sku-audit.ts';
import { actorOf } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { isUuid } from '../../domain/uuid.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route } from '../../lambda/route.ts';
import type { Directory } from '../../work/directory.ts';
import type { Queues } from '../../work/queues.ts';
import { asSeen } from '../odata/entity-tag.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { graphSku } from './graph-licence.ts';
import { subscribedSkuBody } from './licence-bodies.ts';
import { skuTag } from './sku-tag.ts';

export type ReadSkuPorts = { directory: Pick<Directory, 'catalogue' | 'readSku' | 'servicePlans' | 'countWaiting'> };
export type PutSkuPorts = {
  directory: Pick<Directory, 'putSku' | 'readSku'>;
  queues: Pick<Queues, 'sweeps'>;
  now: () => Instant;
};

/** Ids of licences: Microsoft's are UUIDs. */
const skuIds = /^[A-Za-z0-9-]{1,64}$/;

/** The licence that a path names, by its id or as Graph does: `{tenant}_{skuId}`. No id is NotFound. */
export const skuIdOf = ({ path }: Request, directory: Pick<Directory, 'readSku'>): Promise<string> => {
  const skuId = path.skuId?.split('_').at(-1) ?? '';
  if (!skuIds.test(skuId)) throw new Refused({ code: 'NotFound' });
  return spelled(skuId, directory);
};

/** An id as the licence has it: administrators chose its case, where it is there; a GUID in another case means the same. */
const spelled = async (skuId: string, directory: Pick<Directory, 'readSku'>): Promise<string> =>
  !isUuid(skuId) || skuId === skuId.toLowerCase() || (await directory.readSku(skuId)) ? skuId : skuId.toLowerCase();

/**
 * GET /v1.0/subscribedSkus: every licence with its seats and service plans. Only who waits for a licence without a free
 * seat is counted, a query each: where seats are free, those who wait are being served.
 */
export const listSkusRoute = ({ directory }: ReadSkuPorts): Route => ({
  needs: 'readLicences',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const catalogue = await directory.catalogue();
    const [plans, ...waiting] = await Promise.all([
      directory.servicePlans(catalogue.map(({ skuId }) => skuId)),
      ...catalogue.map(({ skuId, free }) => (free > 0 ? 0 : directory.countWaiting(skuId))),
    ]);
    const value = catalogue.map((sku, index) => {
      const of = { sku, servicePlans: plans.get(sku.skuId) ?? [] };
      return { '@odata.etag': skuTag(of), ...graphSku(sku, of.servicePlans), seatsToBuy: waiting[index] ?? 0 };
    });
    return { status: 200, body: { '@odata.context': `${request.origin}/$metadata#subscribedSkus`, value } };
  },
});

/** GET /v1.0/subscribedSkus/{id}: one licence, with `seatsToBuy`: how many wait for it. */
export const readSkuRoute = ({ directory }: ReadSkuPorts): Route => ({
  needs: 'readLicences',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const skuId = await skuIdOf(request, directory);
    const [sku, plans, waiting] = await Promise.all([
      directory.readSku(skuId),
      directory.servicePlans([skuId]),
      directory.countWaiting(skuId),
    ]);
    if (!sku) throw new Refused({ code: 'NotFound' });
    const context = `${request.origin}/$metadata#subscribedSkus/$entity`;
    const servicePlans = plans.get(skuId) ?? [];
    const etag = skuTag({ sku, servicePlans });
    const body = {
      '@odata.context': context,
      '@odata.etag': etag,
      ...graphSku(sku, servicePlans),
      seatsToBuy: waiting,
    };
    return { status: 200, headers: { etag }, body };
  },
});

/** PUT /v1.0/subscribedSkus/{skuId}: sets a licence; those who wait for it are served when seats came. */
export const putSkuRoute = ({ directory, queues, now }: PutSkuPorts): Route => ({
  needs: 'manageLicences',
  answer: async (request) => {
    const { principal, path, json } = request;
    const given = path.skuId ?? '';
    if (!skuIds.test(given)) {
      throw new Refused({ code: 'ValueInvalid', target: 'skuId', fact: '1 to 64 letters, digits and -' });
    }
    const skuId = await spelled(given, directory);
    const { prepaidUnits, servicePlans, ...rest } = parseStrictly(subscribedSkuBody, json());
    const setting = { ...rest, skuId, enabled: prepaidUnits.enabled, ...(servicePlans && { servicePlans }) };
    const audit: Audit = { activity: 'Update subscribed SKU', initiatedBy: actorOf(principal), now: now() };
    const { isAsSeen } = asSeen(request, (before: SkuState | undefined) => before && skuTag(before));
    const outcome = await directory.putSku(setting, audit, isAsSeen);
    if (outcome.kind === 'unseen') throw new Refused({ code: 'PreconditionFailed', target: 'If-Match' });
    if (outcome.kind === 'taken') throw new Refused({ code: 'SkuPartNumberTaken', target: 'skuPartNumber' });
    if (outcome.kind === 'below') {
      throw new Refused({ code: 'SeatsBelowAssigned', target: 'prepaidUnits.enabled', fact: String(outcome.inUse) });
    }
    // When the queue cannot be told, the next sweep serves those who wait.
    await queues.sweeps([{ kind: 'waiting', skuId }]).catch(() => undefined);
    const etag = skuTag(outcome);
    return {
      status: 200,
      headers: { etag },
      body: { '@odata.etag': etag, ...graphSku(outcome.sku, outcome.servicePlans) },
    };
  },
});
