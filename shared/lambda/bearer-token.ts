/** The token that a request shows. */

/** The bearer token in the headers of a request; undefined when there is none that could be ours. */
export const bearerToken = (headers: Readonly<Record<string, string | undefined>> | undefined): string | undefined =>
  /^Bearer +([\w.~+/-]{20,200}=*)$/i.exec(headers?.authorization ?? '')?.[1];
