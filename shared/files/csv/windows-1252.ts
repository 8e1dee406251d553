/**
 * Windows-1252, in which Excel saves CSV in Western Europe. A table, because iconv-lite adds 480 KB to a function and a
 * `TextDecoder` knows this encoding only where Node was built with every locale; a test holds it against iconv-lite.
 */

/** The 32 bytes in which Windows-1252 differs from Latin-1; five of them stand for nothing. */
const from80To9f = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** The text of Windows-1252 bytes; U+FFFD for a byte that stands for nothing. */
export const decodeWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (character) => from80To9f[character.charCodeAt(0) - 0x80] as string);
