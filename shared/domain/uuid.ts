/** Ids that follow from what they stand for, and the partitions over which they are spread. */

/** A UUID (version 8: made by its own rule, RFC 9562) from the first 128 bits of a hash in hexadecimal. */
export const uuidFrom = (hexadecimal: string): string => {
  const hex = hexadecimal.slice(0, 32);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/** Whether a text has the form of an id, in any case. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Partitions over which people, names and due moments are spread: 16 times DynamoDB's 1,000 writes a second of one. */
export const shards = 16;

/** The numbers of those partitions. */
export const everyShard: readonly number[] = Array.from({ length: shards }, (_, shard) => shard);

/** The partition of an id in an index or list: its first hexadecimal digit, since ids are spread evenly already. */
export const shardOf = (id: string): number => Number.parseInt(id.charAt(0), 16);
