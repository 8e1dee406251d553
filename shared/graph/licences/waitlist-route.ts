/** The route that shows who waits for a licence. */
import type { Request, Route } from '../../lambda/route.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { skuIdOf } from './sku-routes.ts';
import { readWaitlist, type WaitingEnd, type WaitingPorts } from './waitlist.ts';

/** GET /v1.0/subscribedSkus/{id}/waiting: those who wait, in their order, and on the first page how many seats to buy. */
export const waitingRoute = (ports: WaitingPorts): Route => ({
  needs: 'readLicences',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const [top, after] = [topOf(request, { default: 100, max: 999 }), waitlistEndOf(request)];
    const skuId = await skuIdOf(request, ports.directory);
    const { value, next, seatsToBuy } = await readWaitlist(skuId, { top, after }, ports);
    const link = next && nextLink(request, `subscribedSkus/${skuId}/waiting`, `${next.places}#${next.key}`);
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#subscribedSkus('${skuId}')/waiting`,
        ...(seatsToBuy !== undefined && { seatsToBuy }),
        ...(link !== undefined && { '@odata.nextLink': link }),
        value,
      },
    };
  },
});

const waitlistEndOf = (request: Request): WaitingEnd | undefined => {
  const [places = '', ...key] = skipTokenOf(request, /^[1-9]\d{0,8}#[\x21-\x7e]+$/)?.split('#') ?? [];
  return places === '' ? undefined : { places: Number(places), key: key.join('#') };
};
