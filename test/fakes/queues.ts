/** Queues whose messages wait until a test takes them. A message is kept as text, as it crosses the wire. */
import type { Queues } from '../../shared/work/queues.ts';

type Waiting = { queue: keyof Queues; body: string; seconds: number };

export const fakeQueues = () => {
  const waiting: Waiting[] = [];
  const send =
    (queue: keyof Queues) =>
    async (messages: readonly unknown[], seconds = 0): Promise<void> => {
      for (const message of messages) waiting.push({ queue, body: JSON.stringify(message), seconds });
    };
  const queues = {
    files: send('files'),
    rows: send('rows'),
    credentials: send('credentials'),
    notices: send('notices'),
    sweeps: send('sweeps'),
  };
  return {
    queues,
    waiting,
    /** The messages of a queue, without taking them. */
    in: (queue: keyof Queues) => waiting.filter((one) => one.queue === queue).map(({ body }) => JSON.parse(body)),
  };
};
