/** Bare Node knows no time limits, and what hangs would hang for ever: here are Jest's, with `jest.setTimeout`. */
import { afterAll, afterEach, test as bare, beforeAll, beforeEach } from 'jest-circus';
import { bind } from 'jest-each';

type Body = (...given: unknown[]) => unknown;
type Declare = (...given: never[]) => void;

let usual = 30_000;
jest.setTimeout = (milliseconds) => {
  usual = milliseconds;
  return jest;
};

let fail: ((reason: unknown) => void) | undefined;
// Whoever is at work fails of it, and not the whole run.
process.on('unhandledRejection', (reason) => fail?.(reason));

const limited = (body: Body, milliseconds?: number) => async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  fail = reject;
  const limit = milliseconds ?? usual;
  const timer = setTimeout(() => reject(new Error(`It took longer than ${limit} ms.`)), limit);
  await Promise.race([Promise.try(body), promise]).finally(() => clearTimeout(timer));
};

const declaring = (declare: Declare) => {
  const named = (name: string, body: Body, limit?: number) => declare(...([name, limited(body, limit)] as never[]));
  return Object.assign(named, { each: bind(named as never, false) });
};

const { only, skip, todo } = bare;
const hooks = Object.entries({ beforeAll, afterAll, beforeEach, afterEach }).map(([name, declare]) => {
  return [name, (body: Body, limit?: number) => declare(limited(body, limit) as never)] as const;
});
const test = Object.assign(declaring(bare as Declare), { only: declaring(only as Declare), skip, todo });
Object.assign(globalThis, Object.fromEntries(hooks), { test });
