/** Who waits for a licence, in the order in which seats will come to them. */

import { Refused } from '../../domain/refusals.ts';
import type { Directory } from '../../work/directory.ts';
import { graphWaiting } from './graph-licence.ts';

export type WaitingPorts = {
  directory: Pick<Directory, 'readSku' | 'waitingPage' | 'countWaiting' | 'readPeople'>;
};

/** Where a page ended: how many stood before its end, and the key of the last of them. */
export type WaitingEnd = { places: number; key: string };

/** A page of a line. `seatsToBuy` is how many wait in all; counted for the first page alone, since that reads the line. */
export type WaitingPage = {
  value: NonNullable<ReturnType<typeof graphWaiting>>[];
  next?: WaitingEnd;
  seatsToBuy?: number;
};

/**
 * A page of those who wait for a licence. Who was served while the page was read is left out of it. Throws `Refused`
 * NotFound.
 */
export const readWaitlist = async (
  skuId: string,
  { top, after }: { top: number; after?: WaitingEnd | undefined },
  { directory }: WaitingPorts,
): Promise<WaitingPage> => {
  if (!(await directory.readSku(skuId))) throw new Refused({ code: 'NotFound' });
  const { waiting, next } = await directory.waitingPage(skuId, { top, ...(after && { after: after.key }) });
  const people = new Map(
    (await directory.readPeople(waiting.map(({ id }) => id))).map((person) => [person.id, person]),
  );
  const before = after?.places ?? 0;
  return {
    value: waiting.flatMap(({ id }, index) => {
      const person = people.get(id);
      return (person && graphWaiting(person, skuId, before + index + 1)) ?? [];
    }),
    ...(next !== undefined && { next: { places: before + waiting.length, key: next } }),
    ...(!after && { seatsToBuy: await directory.countWaiting(skuId) }),
  };
};
