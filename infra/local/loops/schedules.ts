/** Runs the template's schedules by this machine's clock. */
import { randomUUID } from 'node:crypto';
import { account, region } from '../template/intrinsics.ts';
import type { ScheduleDefinition } from '../template/schedules.ts';
import { readExpression } from './schedule-times.ts';

/** What the schedules work with. */
export type SchedulesOptions = {
  definitions: readonly ScheduleDefinition[];
  /** Gives the input to the target, a queue or a function. */
  send: (targetArn: string, input: string) => Promise<void>;
  report: (problem: string) => void;
};

/** The schedules of the system. */
export type Schedules = {
  readonly names: readonly string[];
  /** Runs one now, by its logical id or by the construct's name at its beginning. False when there is none. */
  run: (name: string) => Promise<boolean>;
  /** Runs each once. */
  runAll: () => Promise<void>;
  /** Begins to run each at its times. */
  start: () => void;
  stop: () => void;
};

/** What Scheduler sends where the schedule has no input of its own. */
const defaultInput = (time: string, id: string) => ({
  version: '0',
  id,
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account,
  time,
  region,
  resources: [],
  detail: '{}',
});

const inputOf = ({ input, logicalId }: ScheduleDefinition): string => {
  const time = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const id = randomUUID();
  return (input ?? JSON.stringify(defaultInput(time, id)))
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', id)
    .replaceAll('<aws.scheduler.attempt-number>', '1')
    .replaceAll('<aws.scheduler.schedule-arn>', `arn:aws:scheduler:${region}:${account}:schedule/default/${logicalId}`);
};

/** A timer cannot wait for longer. */
const longestTimer = 2 ** 31 - 1;

/** Reads every expression, so that a wrong one is known at the start. */
export const prepareSchedules = ({ definitions, send, report }: SchedulesOptions): Schedules => {
  const schedules = definitions.map((definition) => ({
    definition,
    next: readExpression(definition.expression, definition.timezone),
  }));
  const timers = new Map<string, NodeJS.Timeout>();

  const run = (definition: ScheduleDefinition): Promise<void> =>
    send(definition.targetArn, inputOf(definition)).catch((error: Error) =>
      report(`The schedule ${definition.logicalId} failed: ${error.message}`),
    );

  const arm = ({ definition, next }: (typeof schedules)[number]): void => {
    const due = next(new Date());
    if (due === undefined) return;
    const wait = due.getTime() - Date.now();
    const timer = setTimeout(
      () => {
        if (wait <= longestTimer) void run(definition);
        // Never from a moment that is past: a laptop that slept owes one run, not one for each that it missed.
        arm({ definition, next });
      },
      Math.min(Math.max(0, wait), longestTimer),
    );
    timers.set(definition.logicalId, timer);
  };

  return {
    names: definitions.map(({ logicalId }) => logicalId),
    run: async (name) => {
      const wanted = definitions.filter(({ logicalId }) => logicalId === name || isConstruct(name, logicalId));
      await Promise.all(wanted.map(run));
      return wanted.length > 0;
    },
    runAll: async () => {
      await Promise.all(definitions.map(run));
    },
    start: () => {
      for (const schedule of schedules) arm(schedule);
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};

/** CDK's logical ids begin with the names of the construct's path, run together, and end in a hash. */
const isConstruct = (name: string, logicalId: string): boolean => {
  const plain = name.replace(/[^a-z0-9]/gi, '').toLowerCase();
  return plain.length > 0 && logicalId.toLowerCase().startsWith(plain);
};
