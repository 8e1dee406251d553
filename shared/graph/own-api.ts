/** What requests of this API to itself, by HTTP, have in common. */

/** Headers of a request that are passed on; who asks is another matter. */
export const headersPassedOn = [
  ...['accept', 'accept-language', 'client-request-id', 'consistencylevel', 'content-type'],
  ...['idempotency-key', 'if-match', 'if-none-match', 'prefer'],
];

/** API Gateway gives an answer up after 30 seconds: what is known by then must be told before. */
export const millisecondsToAnswer = 25_000;

/** Those of the named headers that there are, under the names that they are asked for by. */
export const headersNamed = (headers: Headers, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])));

/** The address of a path below that of the API. Throws an Error for one that leads anywhere else. */
export const addressBelow = (apiUrl: string, root: string, path: string): URL => {
  const base = new URL(apiUrl.replace(/\/$/, '') + root);
  const target = new URL(base.href + path);
  if (target.origin !== base.origin || !target.pathname.startsWith(base.pathname)) {
    throw new Error('an address leads out of the API');
  }
  return target;
};

/** The whole text of an answer; undefined when it has more bytes, the rest of which are not read. */
export const textOfAnswer = async ({ body }: Response, maxBytes: number): Promise<string | undefined> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};
