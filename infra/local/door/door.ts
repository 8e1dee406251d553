/** A guarded address for a service that cannot guard its own. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../emulators/listen.ts';
import { createForwarder, passedOn } from '../iam-proxy/forward.ts';
import type { AccessKeys } from './access-keys.ts';

/** Where the service is asked, by whoever has a key. */
export type Door = { url: string; stop: () => Promise<void> };

/** Passes on to the endpoint what shows a key of the data folder. */
export const openDoor = async (
  endpoint: string,
  accessKeys: AccessKeys,
  report: (problem: string) => void,
): Promise<Door> => {
  const forwarder = createForwarder();
  const listener = await listen(0, report, { keyRule: () => accessKeys });
  listener.handleWith(async (request, response) =>
    answerWith(await forwarder.forward(endpoint, request, undefined), response),
  );
  return {
    url: listener.url,
    stop: async () => {
      await listener.stop();
      forwarder.stop();
    },
  };
};

const answerWith = async (answer: IncomingMessage, response: ServerResponse): Promise<void> => {
  response.writeHead(answer.statusCode ?? 500, passedOn(answer.headers));
  answer.pipe(response);
  answer.once('error', () => response.destroy());
  await once(response, 'close');
};
