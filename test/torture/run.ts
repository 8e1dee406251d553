/** `npm run torture`: everything at once, while everything fails, and then a look at whether all is right. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { startMuster } from '../../infra/local/muster.ts';
import { newLicence } from '../flows/driver/names.ts';
import { work } from './actors.ts';
import { checkAll } from './check-all.ts';
import { faultPlanOf, peace } from './fault-plan.ts';
import { judgeHistory } from './judge-history.ts';
import { readOptions } from './options.ts';
import { reportText } from './report.ts';
import { settle } from './settle.ts';
import { createWorld } from './world.ts';

const { seed, minutes, actors, everyCall, faults } = readOptions(process.argv);
const root = join(import.meta.dirname, '../..');
const dataFolder = mkdtempSync(join(tmpdir(), 'muster-torture-'));
const again = `npm run torture -- --seed ${seed} --minutes ${minutes} --actors ${actors}${everyCall ? ' --every-call' : ''}${faults ? '' : ' --no-faults'}`;
console.log(`${again}\nEverything is in ${dataFolder}`);

const engine = await startMuster({ dataFolder, port: 0, settingsFile: join(root, 'infra/settings/local.json') });
const world = await createWorld(engine);
// Few seats, so that they are short at times.
world.licences = await Promise.all([
  newLicence(world.muster, 20),
  newLicence(world.muster, 60),
  newLicence(world.muster, 200),
]);

const end = Date.now() + minutes * 60_000;
const bar = new SingleBar({ format: '{bar} {percentage} % of the time, {operations} operations, {faults} faults' });
const told = () => ({
  operations: [...world.operations.values()].reduce((all, { done, refused }) => all + done + refused, 0),
  faults: Object.values(engine.faults.report().injected).reduce((all, one) => all + one, 0),
});
bar.start(100, 0, told());
const showing = setInterval(() => bar.update(100 - (100 * (end - Date.now())) / (minutes * 60_000), told()), 500);

engine.faults.plan(faults ? faultPlanOf(seed, everyCall) : peace);
await work(world, seed, actors, () => Date.now() >= end);
clearInterval(showing);
bar.update(100, told());
bar.stop();
// Not what goes wrong from here on: that would be none.
const { injected } = engine.faults.report();

console.log('The faults are over. What was begun is ended ...');
const { givenUp, rounds } = await settle(world);
console.log(`All is quiet after ${rounds} sweeps; ${givenUp} messages had been given up, and were sent back.`);
// Before people sign in once more, and while nothing moves.
const held = await checkAll(world);
const checked = { ...held, ...(await judgeHistory(world)) };
const { operations, refusals, findings } = world;
console.log(reportText({ operations, refusals, injected, checked, findings }));

world.muster.close();
await engine.stop();
if (world.findings.length === 0) rmSync(dataFolder, { recursive: true, force: true });
else {
  console.log(`Have it again: ${again}\nWhat it left behind: ${dataFolder}`);
  process.exitCode = 1;
}
