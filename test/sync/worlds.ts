/** The worlds that a suite runs in: the one in memory, and a real domain controller where there is one. */
import { memoryWorld } from './memory-world.ts';
import { type Controller, startController } from './samba/controller.ts';
import { sambaWorld } from './samba/samba-world.ts';
import { hasSamba } from './samba/template.ts';
import type { World } from './world.ts';

/** Provisioning a domain takes its time on a machine that is busy. */
const startMilliseconds = 240_000;

/**
 * Runs the tests in each world; `newWorld` gives one that nobody else changes. Where no Samba is installed its half is
 * skipped, and its name says so; in CI, where nobody would notice, it fails.
 */
export const describeWorlds = (name: string, tests: (newWorld: () => Promise<World>) => void): void => {
  describe(`${name}, in memory`, () => tests(async () => memoryWorld()));
  describeWithSamba(`${name}, of a domain controller`, (controller) => {
    const worlds: World[] = [];
    tests(async () => {
      const world = await sambaWorld(controller(), `World ${worlds.length}`);
      worlds.push(world);
      return world;
    });
    afterAll(async () => {
      for (const world of worlds) await world.close();
    });
  });
};

/** Tests that need a real domain controller, of which they get one. */
export const describeWithSamba = (name: string, tests: (controller: () => Controller) => void): void => {
  if (!hasSamba() && !process.env.CI) {
    describe.skip(`${name} (skipped: install samba-ad-dc, samba-ad-provision, ldb-tools, eatmydata and openssl)`, () =>
      tests(() => {
        throw new Error('skipped');
      }));
    return;
  }
  describe(name, () => {
    let controller: Controller | undefined;
    beforeAll(async () => {
      controller = await startController();
    }, startMilliseconds);
    tests(() => controller as Controller);
    afterAll(() => controller?.remove());
  });
};
