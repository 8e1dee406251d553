/** An agent that stands still tells nobody: the sweep does. */
import { newDirectory, upsert } from './runs.ts';

const setup = () => {
  const world = newDirectory();
  const { system } = world;
  const sweep = async (delivery = {}) => {
    await system.ports.queues.sweeps([{ kind: 'sweep' }]);
    await system.drain(delivery);
  };
  const told = () => system.post.sent.filter(({ subject }) => /for a day/.test(subject)).length;
  return { ...world, sweep, told };
};

test('a day without a run is told of once, and again after the next one that came through', async () => {
  const { run, sweep, told, system } = setup();
  await run([upsert('ann')]);
  system.clock.pass({ minutes: 23 * 60 });
  await sweep();
  expect(told()).toBe(0);
  system.clock.pass({ minutes: 120 });
  await sweep();
  await sweep({ twice: true });
  expect(told()).toBe(1);
  await run([upsert('ann')]);
  system.clock.pass({ minutes: 25 * 60 });
  await sweep();
  expect(told()).toBe(2);
});

test('a run that failed is none; and nobody hears of any who never switched it on, or has it off', async () => {
  const { run, sweep, told, system, switchTo } = setup();
  system.clock.pass({ minutes: 25 * 60 });
  await run([upsert('ann')], { end: null });
  await sweep();
  expect(told()).toBe(1);
  switchTo(false);
  system.clock.pass({ days: 3 });
  await sweep();
  expect(told()).toBe(1);
});
