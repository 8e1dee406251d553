/** What is to go wrong: rules that anybody on this machine may set at `/_local/faults`. */
import * as z from 'zod';

/** Faults of a call to an AWS service. */
export const callFaults = [
  /** The worker ends before the call leaves. */
  'dieBefore',
  /** The call is carried out, and the worker ends before it is told. */
  'dieDuring',
  /** The worker is told, and ends right then. */
  'dieAfter',
  /** The call is carried out, and its answer is lost: the connection breaks. */
  'loseAnswer',
  /** The service has too much to do. */
  'throttle',
  /** The service fails, and has done nothing. */
  'fail',
  /** A transaction is cancelled, because others write to the same items. */
  'conflict',
  /** Of a batch only a part is carried out, and the rest is named in the answer. */
  'doPartly',
  /** SES does not take the mail. */
  'reject',
  /** SES has sent what the account may send in a day. */
  'exceedQuota',
] as const;

/** Faults of what sets a function to work: a message from its queue. */
export const deliveryFaults = [
  /** The same messages go to two workers at once. */
  'deliverTwice',
  /** The messages are delivered, and once more when they are done with. */
  'deliverAgain',
  /** The messages are put off for some seconds, so that others overtake them. */
  'deliverLate',
] as const;

/** Faults of events and schedules. */
export const eventFaults = ['sendTwice'] as const;

const rule = z
  .strictObject({
    does: z.enum([...callFaults, ...deliveryFaults, ...eventFaults]),
    /** Only to this function, by its name in functions/; to any when it is left out. */
    function: z.string().optional(),
    /** Only in this operation, as in `dynamodb:TransactWriteItems`, or a whole service, as in `ses`. */
    operation: z.string().optional(),
    /** How many of those that it could befall it does befall, by chance. */
    share: z.number().gt(0).max(1).default(1),
    /** After so many it is over. */
    times: z.int().positive().optional(),
    /** Each call that a function makes, told apart by its place in the invocation, is befallen once, whatever `share` says. */
    eachCallOnce: z.boolean().default(false),
    /** How long `deliverLate` and `deliverAgain` wait. */
    seconds: z.int().min(1).max(900).default(2),
  })
  .refine(({ does, operation }) => operation === undefined || isOf(callFaults, does), {
    error: 'only faults of calls have an operation',
  });

/** All that is to go wrong, and the seed by which chance decides. */
export const faultPlan = z.strictObject({
  /** The same seed and the same order of calls give the same faults. Drawn anew when it is left out. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional(),
  rules: z.array(rule).max(100).default([]),
  /** A failed message comes back after so long, whatever its function or its queue says. */
  redeliverAfterSeconds: z.int().min(1).max(43_200).optional(),
});

/** A rule, read. */
export type FaultRule = z.output<typeof rule>;
/** A plan, read. */
export type FaultPlan = z.output<typeof faultPlan>;
/** A fault of a call. */
export type CallFault = (typeof callFaults)[number];
/** A fault of a delivery, and its seconds. */
export type DeliveryFault = { does: (typeof deliveryFaults)[number]; seconds: number };

/** Whether a fault is one of these. */
export const isOf = <Fault extends string>(faults: readonly Fault[], does: string): does is Fault =>
  (faults as readonly string[]).includes(does);
