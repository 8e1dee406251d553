/** A list of ids that a plan keeps: 16 bytes each. */
import { hash } from 'node:crypto';

/** The list's bytes, and a name that follows from them. */
export const encodeIds = (ids: readonly string[]): { name: string; bytes: Uint8Array } => {
  const bytes = Buffer.from(ids.join('').replaceAll('-', ''), 'hex');
  return { name: hash('sha256', bytes).slice(0, 32), bytes };
};

/** The ids of a list, in their order. */
export const decodeIds = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes).toString('hex');
  return (text.match(/.{32}/g) ?? []).map((hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
};
