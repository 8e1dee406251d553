/** Decides what goes wrong, by the plan and by chance, and counts it. */
import { randomInt } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  type CallFault,
  callFaults,
  type DeliveryFault,
  deliveryFaults,
  eventFaults,
  type FaultPlan,
  type FaultRule,
  isOf,
} from './fault-plan.ts';

/** A call that something could befall. */
export type EndangeredCall = {
  /** The function's name in functions/. */
  function: string;
  operation: string;
  /** What it is about, as in the ARN of a table. */
  resource: string;
  invocation: string | undefined;
};

/** What has been done of a plan. */
export type FaultReport = FaultPlan & { seed: number; injected: Record<string, number> };

/** The faults of an engine. None until there is a plan. */
export type Faults = {
  /** Puts a plan in place of the last one; the seed that it goes by is in the report. */
  plan: (plan: FaultPlan) => FaultReport;
  report: () => FaultReport;
  ofCall: (call: EndangeredCall) => CallFault | undefined;
  ofDelivery: (functionName: string) => DeliveryFault | undefined;
  /** Whether an event or a schedule's input to this function or queue is sent twice. */
  isSentTwice: () => boolean;
  redeliverAfterSeconds: () => number | undefined;
};

/** Calls of one kind beyond these are the same loop going round, so they are one place. */
const placesApart = 4;
/** Invocations that are remembered: far more than run at once. */
const maxInvocations = 1000;

/** Faults without a plan. */
export const createFaults = (): Faults => {
  let plan: FaultReport = { seed: 0, rules: [], redeliverAfterSeconds: undefined, injected: {} };
  let chances: (() => boolean)[] = [];
  let done: number[] = [];
  const befallen = new Set<string>();
  const places = new Map<string, Map<string, number>>();

  const count = (rule: FaultRule, index: number, where: string): void => {
    done[index] = (done[index] ?? 0) + 1;
    const name = `${rule.does} ${where}`;
    plan.injected[name] = (plan.injected[name] ?? 0) + 1;
  };

  /** Which of its invocation's calls of this kind it is: 0 is the first. */
  const placeOf = (kind: string, invocation: string | undefined): number => {
    if (invocation === undefined) return 0;
    const calls = places.get(invocation) ?? new Map<string, number>();
    places.set(invocation, calls);
    const place = calls.get(kind) ?? 0;
    calls.set(kind, place + 1);
    const [oldest] = places.keys();
    if (places.size > maxInvocations && oldest !== undefined) places.delete(oldest);
    return Math.min(place, placesApart);
  };

  const strikes = (rule: FaultRule, index: number, place: string): boolean => {
    if ((done[index] ?? 0) >= (rule.times ?? Number.POSITIVE_INFINITY)) return false;
    if (!rule.eachCallOnce) return chances[index]?.() ?? false;
    const key = `${index} ${place}`;
    return !befallen.has(key) && befallen.add(key) !== undefined;
  };

  const firstThat = (
    faults: readonly string[],
    where: string,
    concerns: (rule: FaultRule) => boolean,
    place = where,
  ): FaultRule | undefined => {
    const index = plan.rules.findIndex(
      (rule, at) => isOf(faults, rule.does) && concerns(rule) && strikes(rule, at, place),
    );
    const rule = plan.rules[index];
    if (rule !== undefined) count(rule, index, where);
    return rule;
  };

  return {
    plan: ({ seed = randomInt(2 ** 32), ...rest }) => {
      plan = { ...rest, seed, injected: {} };
      // Each rule draws from its own row of numbers, so that taking one away does not change what the others do.
      chances = plan.rules.map(({ share }, index) => {
        const generator = xoroshiro128plus(seed + index);
        return () => uniformFloat64(generator) < share;
      });
      done = [];
      befallen.clear();
      return plan;
    },
    report: () => plan,
    ofCall: ({ function: name, operation, resource, invocation }) => {
      if (plan.rules.length === 0) return undefined;
      const kind = `${name} ${operation} ${resource}`;
      const place = `${kind} ${placeOf(kind, invocation)}`;
      const concerns = (rule: FaultRule) =>
        (rule.function ?? name) === name && isWithin(rule.operation, operation) && canBefall(rule.does, operation);
      return firstThat(callFaults, `${name} ${operation}`, concerns, place)?.does as CallFault | undefined;
    },
    ofDelivery: (name) => {
      const rule = firstThat(deliveryFaults, name, (each) => (each.function ?? name) === name);
      return rule && { does: rule.does as DeliveryFault['does'], seconds: rule.seconds };
    },
    isSentTwice: () => firstThat(eventFaults, 'event', () => true) !== undefined,
    redeliverAfterSeconds: () => plan.redeliverAfterSeconds,
  };
};

const isWithin = (wanted: string | undefined, operation: string): boolean =>
  wanted === undefined || wanted === operation || operation.startsWith(`${wanted}:`);

/** Faults that only some operations know. */
const onlyIn: Partial<Record<string, readonly string[]>> = {
  conflict: ['dynamodb:TransactWriteItems'],
  doPartly: ['sqs:SendMessageBatch', 'dynamodb:BatchGetItem'],
  reject: ['ses:SendEmail'],
  exceedQuota: ['ses:SendEmail'],
};

const canBefall = (does: string, operation: string): boolean => onlyIn[does]?.includes(operation) ?? true;
