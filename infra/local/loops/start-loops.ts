/** Everything that sets functions to work by itself: messages, objects, time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clients } from '../emulators/clients.ts';
import type { Emulators } from '../emulators/emulators.ts';
import type { Faults } from '../faults/faults.ts';
import { type Lambda, workersAtMost } from '../functions/lambda.ts';
import type { EngineLog } from '../log.ts';
import { createSender, type SendTo } from '../targets.ts';
import { titlesOf } from '../template/functions.ts';
import type { System } from '../template/system.ts';
import { startBucketEvents } from './bucket-events.ts';
import { startEventSource } from './event-source.ts';
import { prepareSchedules, type Schedules } from './schedules.ts';

/** How long running functions may take to finish when the engine stops; what is cut off is done again at the next start. */
const graceMilliseconds = 10_000;

/** What the loops work with; `started` stops them. */
export type LoopsOptions = {
  system: System;
  services: Emulators;
  clients: Clients;
  lambda: Lambda;
  faults: Faults;
  log: EngineLog;
  started: AsyncDisposableStack;
};

/** Every object is announced again and every schedule run once: that finds whatever a crash left open. */
export const startLoops = async ({
  system,
  services,
  clients,
  lambda,
  faults,
  log,
  started,
}: LoopsOptions): Promise<Schedules> => {
  const { report } = log;
  const titleOf = titlesOf(system.functions);
  const eventSources = system.eventSources.map((source) =>
    startEventSource({
      source,
      queueUrl: system.queues.find(({ arn }) => arn === source.queueArn)?.url ?? source.queueArn,
      client: clients.sqs,
      concurrency: Math.min(source.maximumConcurrency ?? workersAtMost, workersAtMost),
      invoke: lambda.pool(source.functionName).invoke,
      fault: () => faults.ofDelivery(titleOf(source.functionName)),
      redeliverAfterSeconds: faults.redeliverAfterSeconds,
      report,
    }),
  );
  const stopEventSources = async () => {
    const graceOver = sleep(graceMilliseconds, undefined, { ref: false });
    await Promise.race([Promise.all(eventSources.map(({ stop }) => stop())), graceOver]);
  };
  started.adopt(eventSources, stopEventSources);

  const sendOnce = createSender(system.queues, clients.sqs, lambda);
  const send: SendTo = async (targetArn, input) => {
    if (faults.isSentTwice()) await sendOnce(targetArn, input);
    await sendOnce(targetArn, input);
  };
  const bucketEvents = startBucketEvents({
    buckets: system.buckets.filter(({ announces }) => announces).map(({ name }) => name),
    rules: system.rules,
    client: clients.s3,
    spy: services.queuesAndBuckets.server.spy,
    send: (targetArn, event) => send(targetArn, JSON.stringify(event)),
    report,
  });
  started.adopt(bucketEvents, ({ stop }) => stop());
  const schedules = prepareSchedules({ definitions: system.schedules, send, report });
  started.adopt(schedules, ({ stop }) => stop());

  await bucketEvents.announceAll();
  void schedules.runAll();
  schedules.start();
  return schedules;
};
