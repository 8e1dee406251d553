/** Bytes of each encoding that people save, turned into UTF-8 as a stream: no character is lost at a cut. */
import iconv from 'iconv-lite';

/** Takes bytes in order and gives their text as UTF-8. `end` gives what a cut-off last character leaves. */
export type Decoder = { write(bytes: Buffer): Buffer; end(): Buffer };

const nothing = Buffer.alloc(0);

/** UTF-8 stays as it is: characters that are cut or broken are seen to where cells are made, from whole rows. */
const utf8: Decoder = { write: (bytes) => bytes, end: () => nothing };

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

/** By iconv-lite's tables, since a `TextDecoder` knows such encodings only where Node was built with every locale. */
const legacy = (encoding: string): Decoder => {
  const decoder = iconv.getDecoder(encoding);
  return { write: (bytes) => Buffer.from(decoder.write(bytes)), end: () => Buffer.from(decoder.end() ?? '') };
};

/** The decoder of an encoding by its name in domain/imports/encodings.ts; U+FFFD stands for bytes that are none of it. */
export const decoderOf = (encoding: string): Decoder => {
  if (encoding === 'utf-8') return utf8;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(encoding === 'utf-16be');
  return legacy(encoding);
};
