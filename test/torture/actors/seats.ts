/** An administrator who buys seats, and gives some back. */
import type { Chance } from '../chance.ts';
import type { World } from '../world.ts';

/** Sets the seats of a licence; fewer than are assigned is refused. */
export const changeSeats = async (world: World, chance: Chance): Promise<void> => {
  const { skuId, skuPartNumber, carriesMailbox } = chance.one(world.licences);
  await world.ask('change seats', {
    method: 'PUT',
    path: `/v1.0/subscribedSkus/${skuId}`,
    body: { skuPartNumber, carriesMailbox, prepaidUnits: { enabled: chance.number(10, 250) } },
  });
};
