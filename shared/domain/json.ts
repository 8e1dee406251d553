/** JSON from outside. */

/** An escape that may be half of a character. */
const half = /\\u[dD][89a-fA-F]/;

/**
 * The value of a JSON text. Throws SyntaxError where it is none, and where a text in it has half a character (an escape
 * such as `\ud800` by itself), which no table takes: I-JSON (RFC 7493, 2.1) forbids that.
 */
export const parseJson = (text: string): unknown => JSON.parse(text, half.test(text) ? refusingHalves : undefined);

const refusingHalves = (name: string, value: unknown): unknown => {
  if (name.isWellFormed() && (typeof value !== 'string' || value.isWellFormed())) return value;
  throw new SyntaxError('half a character');
};
