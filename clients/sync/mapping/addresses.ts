/** proxyAddresses: a set of addresses of several kinds, in no order, with the primary one in capitals. */

/** Addresses of one person at most; Exchange takes 300. */
const mostAddresses = 2_000;

const primaryOf = (address: string): string | undefined => /^SMTP:(.+)$/.exec(address)?.[1];

/**
 * The addresses in one order, however the directory tells them, and with one primary address at most: of several that is
 * the one in `mail`, else the first by the alphabet; the others become secondary ones.
 */
export const orderedAddresses = (addresses: readonly string[], mail: string | undefined): string[] => {
  const [, primary] = [addresses, primaryAddress(addresses, mail)];
  const others = addresses.map((address) => {
    const named = primaryOf(address);
    return named === undefined || named === primary ? address : `smtp:${named}`;
  });
  const sorted = [...new Set(others)].toSorted(
    (one, other) => Number(isPrimary(other)) - Number(isPrimary(one)) || (one < other ? -1 : 1),
  );
  return sorted.slice(0, mostAddresses);
};

const isPrimary = (address: string): boolean => primaryOf(address) !== undefined;

/** The primary address; undefined where there is none. */
export const primaryAddress = (addresses: readonly string[], mail: string | undefined): string | undefined => {
  const primaries = addresses.flatMap((address) => primaryOf(address) ?? []).toSorted();
  return primaries.find((address) => address.toLowerCase() === mail?.toLowerCase()) ?? primaries[0];
};
