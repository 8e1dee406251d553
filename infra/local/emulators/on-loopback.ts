/** Keeps a server that cannot be told where to listen, and whom to answer, off the network and guarded. */
import type { Server as HttpServer, IncomingMessage, RequestListener } from 'node:http';
import { Server } from 'node:net';
import { guardServer, type KeyRule } from '../door/guard.ts';
import { loopback } from './addresses.ts';
import type { AnswerFirst } from './further-s3.ts';

/**
 * Whatever begins to listen while `start` runs does so on the loopback address, behind the guard. fauxqs 2.4.1 listens on every address,
 * asks nobody who they are, and holds files of people. What `answerFirst` answers, nothing else does.
 */
export const onLoopback = async <Started>(
  keyRule: KeyRule,
  start: () => Promise<Started>,
  answerFirst: AnswerFirst = () => false,
): Promise<Started> => {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, options: object, ...rest: unknown[]) {
    const listeners = this.listeners('request') as RequestListener[];
    this.removeAllListeners('request').on('request', (request, response) => {
      if (!answerFirst(request, response)) for (const listener of listeners) listener(request, response);
    });
    guardServer(this as HttpServer, keyRule);
    this.prependListener('request', nameKind);
    return Reflect.apply(listen, this, [{ ...options, host: loopback }, ...rest]);
  } as typeof listen;
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
};

/** fauxqs 2.4.1 fails on an empty object whose kind nobody names; S3 takes any for bytes. */
const nameKind = ({ method, headers }: IncomingMessage): void => {
  if (method === 'PUT') headers['content-type'] ??= 'application/octet-stream';
};
