/**
 * A Bloom filter: a set of texts in few bits, which has all that was added, and now and then another one. Its bytes are
 * a power of two.
 */
import { hash } from 'node:crypto';

/** Bits of each text. Sixteen are what a SHA-512 has numbers of 32 bits for. */
const bitsEach = 16;

const bitsOf = (text: string, bytes: Uint8Array): number[] => {
  const digest = hash('sha512', text, 'buffer');
  return Array.from({ length: bitsEach }, (_, index) => digest.readUInt32LE(index * 4) % (bytes.length * 8));
};

/** A filter of so many bytes that has these texts. */
export const bloomFilterOf = (texts: Iterable<string>, size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (const text of texts) {
    for (const bit of bitsOf(text, bytes)) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return bytes;
};

/** Whether a filter has a text. */
export const isInFilter = (text: string, bytes: Uint8Array): boolean =>
  bitsOf(text, bytes).every((bit) => ((bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
