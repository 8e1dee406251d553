/** Time, which passes in jumps, and schedules that run when they like. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import { tallyOf, type World } from '../world.ts';

const count = ({ operations }: World, operation: string): void => {
  tallyOf(operations, operation).done += 1;
};

/** Runs the sweep, once or twice at once. */
export const sweep = async (world: World, chance: Chance): Promise<void> => {
  const times = chance.happens(0.3) ? 2 : 1;
  await Promise.all(Array.from({ length: times }, () => world.engine.schedules.runAll()));
  count(world, 'sweep');
  await sleep(500);
};

/** Clocks of machines differ by minutes, and what was late is late by an hour. */
export const jump = async (world: World, chance: Chance): Promise<void> => {
  const { clock } = world.engine;
  const minutes = chance.one([-5, -1, 1, 10, 20, 60]);
  clock.move(new Date(clock.now().getTime() + minutes * 60_000));
  count(world, 'jump of the clock');
};
