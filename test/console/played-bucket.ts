/** A bucket at an origin of its own, which takes what a browser puts to its addresses, and may break off. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The headers by which a bucket lets pages of another origin put files to it. */
const allowed = (origin: string) => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'content-type, if-none-match',
  'access-control-expose-headers': 'ETag',
});

/** Starts it. */
export const startPlayedBucket = async () => {
  const place = {
    /** Bytes of what has arrived whole, by its path. */
    arrived: new Map<string, number>(),
    /** Paths of all that was begun, in their order. */
    begun: [] as string[],
    /** Whether the connection breaks in the midst of what is put to a path. */
    breaks: (_path: string): boolean => false,
    /** Has an answer wait. */
    hold: async (_path: string): Promise<void> => {},
    /** How many are under way, and were at most. */
    atOnce: 0,
    mostAtOnce: 0,
  };
  const server = createServer(async (request, response) => {
    const headers = allowed(request.headers.origin ?? '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
    const path = (request.url ?? '/').slice(1);
    place.begun.push(path);
    place.atOnce += 1;
    place.mostAtOnce = Math.max(place.mostAtOnce, place.atOnce);
    try {
      let bytes = 0;
      for await (const chunk of request) {
        bytes += (chunk as Buffer).length;
        if (place.breaks(path)) return void request.socket.destroy();
      }
      await place.hold(path);
      if (request.headers['if-none-match'] === '*' && place.arrived.has(path)) {
        return void response.writeHead(412, headers).end();
      }
      place.arrived.set(path, bytes);
      response.writeHead(200, { ...headers, etag: `"${bytes.toString(16)}"` }).end();
    } catch {
      // The page has gone.
    } finally {
      place.atOnce -= 1;
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    place,
    reset: () => {
      place.arrived.clear();
      place.begun.length = 0;
      Object.assign(place, { breaks: () => false, hold: async () => {}, atOnce: 0, mostAtOnce: 0 });
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type PlayedBucket = Awaited<ReturnType<typeof startPlayedBucket>>;
