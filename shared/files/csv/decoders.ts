/** Bytes of each encoding that people save, turned into UTF-8 as a stream: no character is lost at a cut. */
import { isAscii } from 'node:buffer';
import { decodeWindows1252 } from './windows-1252.ts';

/** Takes bytes in order and gives their text as UTF-8. `end` gives what a cut-off last character leaves. */
export type Decoder = { write(bytes: Buffer): Buffer; end(): Buffer };

const nothing = Buffer.alloc(0);

/** UTF-16 with the mark already taken off. */
const utf16 = (bigEndian: boolean): Decoder => {
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  let half = nothing;
  return {
    write(bytes) {
      const all = half.length === 0 ? bytes : Buffer.concat([half, bytes]);
      const whole = all.subarray(0, all.length - (all.length % 2));
      half = Buffer.from(all.subarray(whole.length));
      return Buffer.from(decoder.decode(bigEndian ? Buffer.from(whole).swap16() : whole, { stream: true }));
    },
    end: () => Buffer.from(decoder.decode(half)),
  };
};

/** UTF-8 stays as it is: characters that are cut or broken are seen to where cells are made, from whole rows. */
const utf8: Decoder = { write: (bytes) => bytes, end: () => nothing };

const windows1252: Decoder = { write: (bytes) => Buffer.from(decodeWindows1252(bytes)), end: () => nothing };

/**
 * Without a mark: ASCII until the first byte that is not, and the characters from there on decide for the whole file
 * between UTF-8 and Windows-1252. Which it is does not depend on how the file was cut.
 */
const undecided = (): Decoder => {
  let decided: Decoder | undefined;
  let pending = nothing;
  const decide = (bytes: Buffer, isLast: boolean): Buffer => {
    const first = isAscii(bytes) ? -1 : bytes.findIndex((byte) => byte >= 0x80);
    if (first === -1) return bytes;
    decided = verdictOn(bytes, first, isLast);
    if (decided) return decided.write(bytes);
    pending = Buffer.from(bytes.subarray(first));
    return bytes.subarray(0, first);
  };
  return {
    write(bytes) {
      if (decided) return decided.write(bytes);
      const all = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
      pending = nothing;
      return decide(all, false);
    },
    end: () => (pending.length === 0 ? nothing : decide(pending, true)),
  };
};

/** How far the decision may be put off, in bytes: so much is held in memory. */
const farthest = 64 * 1024;

/** How many characters that may be either make UTF-8 of it. */
const enough = 3;

/**
 * A broken character is Windows-1252. A well-formed one is UTF-8 at once when it begins as the accented letters of
 * Western Europe do; another may be a capital with an accent before a typographic sign ("MENÜ”"), so it takes a few.
 */
const verdictOn = (bytes: Buffer, first: number, isLast: boolean): Decoder | undefined => {
  let doubtful = 0;
  for (let at = first; at < bytes.length; at += 1) {
    if (at - first > farthest) return utf8;
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const kind = sequenceAt(bytes, at);
    if (kind === 'cut' && !isLast) return undefined;
    if (kind !== 'whole') return windows1252;
    doubtful += 1;
    if (lead < 0xc4 || doubtful === enough) return utf8;
    at += sequenceLength(lead) - 1;
  }
  return isLast ? utf8 : undefined;
};

/** How many bytes a multi-byte character has that begins with `lead`; 0 when none does. */
const sequenceLength = (lead: number) => (lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0);

/** Whether a well-formed multi-byte character of UTF-8 stands at `start`, or is cut off there, or neither. */
const sequenceAt = (bytes: Buffer, start: number): 'whole' | 'cut' | 'broken' => {
  const lead = bytes[start] as number;
  const length = sequenceLength(lead);
  if (length === 0) return 'broken';
  const rest = bytes.subarray(start + 1, start + length);
  // The second byte has narrower bounds after four of the leads: no overlong forms, surrogates or planes above 16.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const fits = rest.every((byte, index) => byte >= (index === 0 ? least : 0x80) && byte <= (index === 0 ? most : 0xbf));
  if (!fits) return 'broken';
  return rest.length === length - 1 ? 'whole' : 'cut';
};

/** The decoder for a file that begins with these bytes (three at least, or the whole file), and the length of its mark. */
export const decoderFor = (start: Buffer): { decoder: Decoder; mark: number } => {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { decoder: utf8, mark: 3 };
  if (start[0] === 0xff && start[1] === 0xfe) return { decoder: utf16(false), mark: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { decoder: utf16(true), mark: 2 };
  return { decoder: undecided(), mark: 0 };
};
