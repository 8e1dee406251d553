/** Ids that follow from what they stand for. */

/** A UUID (version 8: made by its own rule, RFC 9562) from the first 128 bits of a hash in hexadecimal. */
export const uuidFrom = (hexadecimal: string): string => {
  const hex = hexadecimal.slice(0, 32);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
};
