/** Keeps a server that cannot be told where to listen off the network. */
import { Server } from 'node:net';
import { loopback } from './addresses.ts';

/**
 * Whatever begins to listen while `start` runs does so on the loopback address. fauxqs 2.4.1 listens on every address,
 * asks nobody who they are, and holds files of people.
 */
export const onLoopback = async <Started>(start: () => Promise<Started>): Promise<Started> => {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, options: object, ...rest: unknown[]) {
    return Reflect.apply(listen, this, [{ ...options, host: loopback }, ...rest]);
  } as typeof listen;
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
};
