/** Names of entries, as one directory writes them. */

/** Whether an entry lies below a container, at any depth. Names are the same in capitals and small letters. */
export const isBelow = (dn: string, container: string): boolean => {
  const [inner, outer] = [dn.toLowerCase(), `,${container.toLowerCase()}`];
  if (!inner.endsWith(outer)) return false;
  // A comma behind a backslash is a part of a name: CN=Ng\,OU=Staff,... is not in OU=Staff.
  const backslashes = /\\*$/.exec(inner.slice(0, -outer.length))?.[0].length ?? 0;
  return backslashes % 2 === 0;
};

/** The DNS name of the domain whose naming context this is: DC=corp,DC=local is corp.local. */
export const domainNameOf = (namingContext: string): string =>
  namingContext
    .split(',')
    .map((part) => part.replace(/^DC=/i, ''))
    .join('.')
    .toLowerCase();
