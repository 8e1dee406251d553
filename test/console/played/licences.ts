/** Licences, as the API shows and sets them, with who waits. */
import type { Licence } from '../../../clients/console/api/people.ts';
import { type Asked, type PlayedRoutes, refusal } from '../played-console.ts';
import { idOfPerson, playedDirectory, playedLicences } from './people.ts';

/** Licences with how many people wait for them. */
export const playedSkus = (): Licence[] =>
  playedLicences().map((licence, at) => ({ ...licence, seatsToBuy: at === 1 ? 3 : 0 }));

const tagOf = ({ skuPartNumber, carriesMailbox, prepaidUnits: { enabled } }: Licence) =>
  `W/"${skuPartNumber}-${carriesMailbox}-${enabled}"`;

/** Routes over such licences, which they change. */
export const playedLicencesRoutes = (licences = playedSkus()): PlayedRoutes => {
  const find = ({ values: [skuId] }: Asked) => {
    const found = licences.find((one) => one.skuId === skuId);
    return found && Object.assign(found, { '@odata.etag': tagOf(found) });
  };
  const notFound = () => refusal(404, 'NotFound', 'There is no licence of this id.');
  return {
    'GET subscribedSkus': () => ({ body: { value: licences } }),
    'GET subscribedSkus/*': (asked) => {
      const found = find(asked);
      return found ? { body: found } : notFound();
    },
    'GET subscribedSkus/*/waiting': (asked) => {
      const waiting = [7, 8, 9].slice(0, find(asked)?.seatsToBuy ?? 0);
      const value = waiting.map((index, at) => ({
        id: idOfPerson(index),
        displayName: playedDirectory()[index]?.displayName,
        userPrincipalName: playedDirectory()[index]?.userPrincipalName,
        waitingSinceDateTime: '2026-11-20T08:00:00.000Z',
        place: at + 1,
      }));
      return { body: { value, seatsToBuy: waiting.length } };
    },
    'PUT subscribedSkus/*': (asked) => {
      const { skuPartNumber, prepaidUnits, carriesMailbox } = asked.body;
      const found = find(asked);
      const enabled: number = prepaidUnits.enabled;
      const ifMatch = asked.headers['if-match'];
      if (found && ifMatch !== undefined && ifMatch !== tagOf(found)) {
        return refusal(412, 'PreconditionFailed', 'It was changed since it was read.', 'If-Match');
      }
      const other = licences.find((one) => one.skuPartNumber === skuPartNumber);
      if (other && other !== found) {
        return refusal(409, 'SkuPartNumberTaken', 'Another licence has this skuPartNumber.', 'skuPartNumber');
      }
      if (!found) {
        const [first] = playedSkus();
        const added = { skuId: asked.values[0] ?? '', skuPartNumber, carriesMailbox, servicePlans: [] };
        const seats = { prepaidUnits: { ...first?.prepaidUnits, enabled }, consumedUnits: 0, seatsToBuy: 0 };
        licences.push({ ...(first as Licence), ...added, ...(seats as object), displayName: skuPartNumber });
        return { body: licences.at(-1) };
      }
      if (enabled < found.consumedUnits) {
        const message = `${found.consumedUnits} seats are in use, so no lower number can be set.`;
        return refusal(409, 'SeatsBelowAssigned', message, 'prepaidUnits.enabled');
      }
      const served = Math.min(found.seatsToBuy ?? 0, enabled - found.consumedUnits);
      Object.assign(found, { prepaidUnits: { ...found.prepaidUnits, enabled }, carriesMailbox });
      Object.assign(found, {
        consumedUnits: found.consumedUnits + served,
        seatsToBuy: (found.seatsToBuy ?? 0) - served,
      });
      return { body: found };
    },
  };
};
