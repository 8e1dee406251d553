/**
 * Calls to AWS as a budget: each route is asked of the function that is deployed for it, warm, with the authorizer before
 * it, on a wire that counts. One more call than the table allows fails, and is named. bench/calls has the table.
 */
import type { CountingWire } from '../../bench/calls/counting-wire.ts';
import { startCountingWire } from '../../bench/calls/counting-wire.ts';
import { everyCase, nameOf } from '../../bench/calls/every-case.ts';
import { callsOf } from '../../bench/calls/route-case.ts';
import { askAsStranger, surround, takeRoute } from '../../bench/calls/take-route.ts';
import { makeWorld, type World } from '../../bench/calls/world.ts';
import { contracts } from '../../shared/graph/reference/contracts.ts';
import { type Dynoxide, startDynoxide } from '../contract/dynoxide.ts';
import { collectLog } from '../graph/calling.ts';

collectLog();

/** It asks the API for each of its parts, which are requests of their own, and AWS for nothing. */
const asksTheApi = ['POST /v1.0/$batch'];

let dynoxide: Dynoxide;
let wire: CountingWire;
let world: World;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  const { directory, imports } = await dynoxide.makeTables();
  wire = await startCountingWire(dynoxide.endpoint);
  const place = { endpoint: dynoxide.endpoint, accessKeyId: 'test', tables: { directory, imports } };
  surround(wire.address, place);
  world = await makeWorld(place);
});
afterAll(async () => {
  world.stop();
  await wire.stop();
  await dynoxide.stop();
});

test('every route has a budget', () => {
  const budgeted = new Set([...everyCase.map(({ route }) => route), ...asksTheApi]);
  expect(Object.keys(contracts).filter((route) => !budgeted.has(route))).toEqual([]);
});

/** The calls that are more than those of a budget, by name. */
const beyond = (calls: readonly string[], budget: readonly string[]): string[] => {
  const left = [...budget];
  return calls.filter((call) => {
    const at = left.indexOf(call);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

test.each(everyCase.map((each) => [nameOf(each), each] as const))(
  '%s: no call more than its budget',
  async (route, each) => {
    const [budget, taken] = [callsOf(each), (await takeRoute(each, world, wire)).map(({ name }) => name)];
    expect({ route, beyondItsBudget: beyond(taken, budget) }).toEqual({ route, beyondItsBudget: [] });
    // A budget that is wider than what is needed would let the next call through.
    expect({ route, notNeeded: beyond(budget, taken) }).toEqual({ route, notNeeded: [] });
  },
  60_000,
);

test('a stranger has nothing read, whatever is asked, but where it is open to strangers (mistake 10)', async () => {
  const closed = Object.entries(contracts).flatMap(([route, { needs }]) => (needs === 'nothing' ? [] : [route]));
  for (const route of closed) {
    const { statusCode } = await askAsStranger(route);
    expect([route, statusCode, wire.taken()]).toEqual([route, 401, []]);
  }
});
