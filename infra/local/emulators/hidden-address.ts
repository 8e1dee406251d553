/** An address of this machine that others do not find by trying. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { loopback } from './addresses.ts';

/** Where a server listens. */
export type Address = { host: string; port: number };

/**
 * dynoxide 1.2.1 takes no socket but a TCP port, asks for no key and allows every origin to read its answers, so that a
 * page only has to find it. Any of 127.0.0.0/8 is this machine on Linux and Windows: one of 16 million, with one of some
 * thirty thousand ports, is not found by trying. Where there is but 127.0.0.1, as on macOS, only the port is hidden.
 */
export const hiddenAddress = async (): Promise<Address> => {
  const host = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  return { host: (await isHere(host)) ? host : loopback, port: await listenOnce(undefined) };
};

const isHere = (host: string): Promise<boolean> =>
  listenOnce(host).then(
    () => true,
    () => false,
  );

/**
 * A port that was free just now at this address, or with none at every one of this machine: dynoxide does not tell the
 * port that it chose, and takes none that anybody listens on at 127.0.0.1, wherever it is to listen itself.
 */
const listenOnce = (host: string | undefined): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen({ port: 0, host }, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
