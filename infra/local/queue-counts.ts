/** How much waits in each queue. */
import type { FauxqsServer } from 'fauxqs';
import type { QueueDefinition } from './template/containers.ts';

/** A queue's messages: waiting, delayed, in a function's hands, and given up (in its dead-letter queue). */
export type QueueCount = { name: string; logicalId: string; waiting: number; inFlight: number; deadLetters: number };

/** Counts each queue that is not itself a dead-letter queue. */
export const countMessages = (queues: readonly QueueDefinition[], server: FauxqsServer): QueueCount[] => {
  const deadLetterArns = new Set(queues.map(({ deadLetterArn }) => deadLetterArn));
  const waitingIn = (queue: QueueDefinition | undefined) => {
    const messages = queue && server.inspectQueue(queue.name)?.messages;
    return (messages?.ready.length ?? 0) + (messages?.delayed.length ?? 0);
  };
  return queues
    .filter(({ arn }) => !deadLetterArns.has(arn))
    .map((queue) => ({
      name: queue.name,
      logicalId: queue.logicalId,
      waiting: waitingIn(queue),
      inFlight: server.inspectQueue(queue.name)?.messages.inflight.length ?? 0,
      deadLetters: waitingIn(queues.find(({ arn }) => arn === queue.deadLetterArn)),
    }));
};
