/** The whole template as the local engine sees it: plain data, every intrinsic resolved, every type known. */
import type { Assembly } from './assembly.ts';
import { readBuckets, readKeys, readQueues } from './containers.ts';
import type { Find } from './find.ts';
import { readEventSources, readFunctions } from './functions.ts';
import { refuseUnknownTypes } from './known-types.ts';
import { type Endpoints, resolverFor } from './physical.ts';
import { readRights } from './rights.ts';
import { readRoutes } from './routes.ts';
import { readRules } from './rules.ts';
import { readSchedules } from './schedules.ts';
import { readTables } from './tables.ts';

/** Everything that the local engine runs. */
export type System = ReturnType<typeof readSystem>;

/** Reads an assembly. Throws an Error in one sentence for whatever it does not know. */
export const readSystem = ({ template, stackName, assetFolders }: Assembly, endpoints: Endpoints) => {
  refuseUnknownTypes(template);
  const { resolve, physicalOf } = resolverFor(template, stackName, endpoints);
  const wanted = (condition?: string) => condition === undefined || resolve({ Condition: condition }) === true;

  const find: Find = (...types) =>
    Object.entries(template.Resources)
      .filter(([, { Type, Condition }]) => types.includes(Type) && wanted(Condition))
      .map(([logicalId, { Properties }]) => {
        const { ref, attributes } = physicalOf(logicalId);
        return { logicalId, ref, arn: attributes.Arn ?? ref, properties: resolve(Properties) };
      });

  return {
    stackName,
    tables: readTables(find),
    queues: readQueues(find),
    buckets: readBuckets(find),
    keys: readKeys(find),
    functions: readFunctions(find, assetFolders),
    rights: readRights(find),
    eventSources: readEventSources(find),
    rules: readRules(find),
    schedules: readSchedules(find),
    routes: readRoutes(find),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs)
        .filter(([, { Condition }]) => wanted(Condition))
        .map(([name, { Value }]) => [name, String(resolve(Value))]),
    ),
  };
};
