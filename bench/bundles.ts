/** What a cold start carries and costs. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAccessKeys } from '../infra/local/door/access-keys.ts';
import { accessKeyFile } from '../infra/local/emulators/data-folder.ts';
import { prepareFunctions } from '../infra/local/functions/lambda.ts';
import type { Muster } from '../infra/local/muster.ts';
import type { FunctionDefinition } from '../infra/local/template/functions.ts';
import { type Benchmark, mustBe } from './parts/benchmark.ts';
import { faultOf, firstEvents } from './parts/first-events.ts';
import { withMuster } from './parts/local-muster.ts';
import { median, repeated, shown, timed } from './parts/numbers.ts';

/** import-users reads workbooks, lists in many languages and the encodings of the world. */
const maxKilobytes = (name: string): number => (name === 'import-users' ? 1300 : 700);
const maxMilliseconds = 500;

/** Starts a worker, loads the bundle, has it answer one event, and ends the worker. */
const firstInvocation = async (muster: Muster, definition: FunctionDefinition, event: object): Promise<number> => {
  const { dataFolder, clock, iamProxy } = muster;
  const folder = { path: dataFolder, file: (...names: string[]) => join(dataFolder, ...names), release: () => {} };
  const lambda = prepareFunctions([definition], {
    folder,
    clock,
    endpoint: iamProxy,
    accessKeys: readAccessKeys(folder.file(accessKeyFile)),
  });
  try {
    const { result, milliseconds } = await timed(() => lambda.pool(definition.arn).invoke(event));
    mustBe(`fault of ${definition.title}`, faultOf(result), undefined);
    return milliseconds;
  } finally {
    await lambda.stop(0);
  }
};

/** The functions' bundles. */
export const bundles: Benchmark = {
  name: 'bundles',
  measures: `Each function minified (limit ${maxKilobytes('')} KB; of import-users ${maxKilobytes('import-users')}), and its first invocation in a fresh worker (limit ${maxMilliseconds} ms)`,
  run: (smoke) =>
    withMuster('deployed', async (muster) => {
      mustBe(
        'functions',
        muster.system.functions.length,
        readdirSync(join(import.meta.dirname, '../functions')).length,
      );
      const figures = [];
      for (const definition of muster.system.functions) {
        const name = definition.title;
        const event = firstEvents[name];
        if (!event) throw new Error(`There is no first event for ${name}.`);
        const kilobytes = statSync(definition.handlerFile).size / 1000;
        const milliseconds = median(await repeated(smoke ? 1 : 5, () => firstInvocation(muster, definition, event)));
        const over = [kilobytes > maxKilobytes(name) ? 'size' : '', milliseconds > maxMilliseconds ? 'time' : ''];
        figures.push({
          what: name,
          measured: `${shown(kilobytes)} KB, ${shown(milliseconds)} ms`,
          beside: over.some(Boolean) ? `over the limit: ${over.filter(Boolean).join(' and ')}` : 'within',
        });
      }
      return figures.sort((one, other) => (one.what < other.what ? -1 : 1));
    }),
};
