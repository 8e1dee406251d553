/** Looking for many texts at once, in bytes of any kind. */

/** Bytes by which texts are told apart before they are compared; shorter ones would be found everywhere. */
const keyBytes = 4;

/**
 * Texts that may stand nowhere, in every way in which somebody may have written them. The time that a search takes hardly
 * depends on their number.
 */
export class Needles {
  readonly #beginnings: Uint8Array;
  readonly #byKey = new Map<number, Buffer[]>();

  constructor(texts: readonly string[]) {
    this.#beginnings = new Uint8Array(texts.length > 0 ? 2 ** 24 : 0);
    for (const bytes of [...new Set(texts)].flatMap(spellings)) {
      if (bytes.length < keyBytes) continue;
      const key = bytes.readUInt32BE(0);
      this.#beginnings[key >>> 8] = 1;
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), bytes]);
    }
  }

  /** Whether one of them stands in these bytes. */
  isIn(bytes: Buffer): boolean {
    if (this.#byKey.size === 0) return false;
    for (let at = 0; at <= bytes.length - keyBytes; at += 1) {
      const beginning = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
      if (this.#beginnings[beginning] === 0) continue;
      const found = this.#byKey.get(bytes.readUInt32BE(at));
      if (found?.some((needle) => needle.equals(bytes.subarray(at, at + needle.length)))) return true;
    }
    return false;
  }
}

/** A text as it is, and as somebody may have encoded it. Base64 has three forms, by where the text begins. */
const spellings = (text: string): Buffer[] => {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last characters also depend on the neighbours.
    return encoded.slice(before === 0 ? 0 : before + 1, -2);
  });
  const json = JSON.stringify(text).slice(1, -1);
  const texts = [text, json, bytes.toString('hex'), encodeURIComponent(text), ...base64];
  return [...new Set(texts)].map((spelled) => Buffer.from(spelled)).concat(Buffer.from(text, 'utf16le'));
};
