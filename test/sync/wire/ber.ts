/** As much of BER as a played server of LDAP needs: values by tag and length. */

/** A value: its tag and its bytes. */
export type Tlv = { tag: number; bytes: Buffer };

/** A value of these parts. */
export const tlv = (tag: number, ...parts: (Buffer | string)[]): Buffer => {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const long =
    bytes.length < 128 ? [bytes.length] : [0x84, ...Buffer.from(bytes.length.toString(16).padStart(8, '0'), 'hex')];
  return Buffer.concat([Buffer.from([tag, ...long]), bytes]);
};

export const integer = (value: number, tag = 0x02): Buffer =>
  tlv(tag, Buffer.from([0, value >> 16, value >> 8, value]));
export const octets = (value: Buffer | string): Buffer => tlv(0x04, value);
export const sequence = (...parts: Buffer[]): Buffer => tlv(0x30, ...parts);

/** The first value of some bytes, and where the next begins; undefined while it is not whole. */
export const readTlv = (bytes: Buffer): { value: Tlv; next: number } | undefined => {
  const first = bytes[1];
  if (first === undefined) return undefined;
  const size = first < 128 ? 0 : first - 128;
  if (bytes.length < 2 + size) return undefined;
  const length = size === 0 ? first : bytes.readUIntBE(2, size);
  const [begin, end] = [2 + size, 2 + size + length];
  return bytes.length < end
    ? undefined
    : { value: { tag: bytes[0] as number, bytes: bytes.subarray(begin, end) }, next: end };
};

/** All values that follow each other. */
export const readAllTlv = (bytes: Buffer): Tlv[] => {
  const read = readTlv(bytes);
  return read === undefined ? [] : [read.value, ...readAllTlv(bytes.subarray(read.next))];
};
