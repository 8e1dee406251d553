/** The cookies of a request. */

type Event = { cookies?: readonly string[]; headers?: Readonly<Record<string, string | undefined>> };

/**
 * Values of cookies by their names; of one that came twice, the first. API Gateway takes them out of the headers into a
 * list; whoever stands in its place may leave them there.
 */
export const cookiesOf = ({ cookies, headers }: Event): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (cookies ?? headers?.cookie?.split(/; */) ?? []).toReversed().map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return [name, value.join('=')];
    }),
  );
