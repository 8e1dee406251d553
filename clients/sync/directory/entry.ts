/** An entry as the directory tells it, in one form whatever its values look like. */
import type { Entry as ToldEntry } from 'ldapts';

/** A part of an attribute's values; `next` is where the others begin. */
export type Part = { name: string; next: number };

/** Values by names of lower case; an attribute without values is not there. */
export type Entry = { dn: string; values: Readonly<Record<string, readonly Buffer[]>>; parts: readonly Part[] };

/** Bytes that happen to be UTF-8 come as a string, others as a buffer, one value alone and several in a list. */
const buffersOf = (value: string | string[] | Buffer | Buffer[]): Buffer[] =>
  (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'string' ? Buffer.from(one) : one));

/**
 * The entry. Of an attribute with many values a directory tells `member;range=0-1499`, and the others when asked again
 * (MS-ADTS, 3.1.1.3.1.3.3): then it is among `parts`.
 */
export const entryOf = ({ dn, ...told }: ToldEntry): Entry => {
  const values: Record<string, Buffer[]> = {};
  const parts: Part[] = [];
  for (const [key, value] of Object.entries(told)) {
    const buffers = buffersOf(value);
    const [name = '', ...options] = key.toLowerCase().split(';');
    const upTo = /^range=\d+-(\d+)$/.exec(options.join(';'))?.[1];
    if (upTo !== undefined) parts.push({ name, next: Number(upTo) + 1 });
    if (buffers.length > 0) values[name] = [...(values[name] ?? []), ...buffers];
  }
  return { dn, values, parts };
};

/** The first value as text; undefined where there is none. */
export const textIn = (entry: Entry, name: string): string | undefined =>
  entry.values[name.toLowerCase()]?.[0]?.toString();

/** All values as text. */
export const textsIn = (entry: Entry, name: string): string[] =>
  (entry.values[name.toLowerCase()] ?? []).map((value) => value.toString());

/** The first value's bytes; undefined where there is none. */
export const bytesIn = (entry: Entry, name: string): Buffer | undefined => entry.values[name.toLowerCase()]?.[0];
