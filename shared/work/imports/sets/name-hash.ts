/** A fast hash of 64 bits: MurmurHash3's steps in two lanes, each with its own start and constants. */

const rotated = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));

/** MurmurHash3's last mixing: every bit that goes in reaches every bit that comes out. */
const mixed = (bits: number): number => {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
};

/**
 * Puts the two halves of a text's hash into `into`. No secret goes in: who chooses names so that they collide has rows of
 * the own file refused.
 */
export const hashInto = (into: Uint32Array, text: string): void => {
  let high = 0x9747b28c;
  let low = 0x1b873593;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high ^= Math.imul(rotated(Math.imul(unit, 0xcc9e2d51), 15), 0x1b873593);
    high = (Math.imul(rotated(high, 13), 5) + 0xe6546b64) | 0;
    low ^= Math.imul(rotated(Math.imul(unit, 0x239b961b), 16), 0xab0e9789);
    low = (Math.imul(rotated(low, 17), 5) + 0x561ccd1b) | 0;
  }
  into[0] = mixed(high ^ text.length);
  into[1] = mixed(low ^ text.length);
};
