/** The cookies of a request. */

/** Values of cookies by their names, of the gateway's list of them; of one that came twice, the first. */
export const cookiesOf = (cookies: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(
    cookies.toReversed().map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return [name, value.join('=')];
    }),
  );
