/** A port for a server that does not tell which one it chose. */
import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens at; nothing keeps it for whoever asked. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
