/** Commas that separate nothing, as Cognito writes them: `\,`. They are hidden from the parser, which knows only quotes. */

const backslash = 0x5c;

/** In place of a hidden comma: NUL, which no text that comes this far has. */
const hidden = '\0';

/** Hides escaped commas in a text that comes in pieces. */
export class EscapedCommas {
  #held: Buffer = Buffer.alloc(0);

  /** The next piece, as the parser may see it. A backslash at its end waits for what follows. */
  hide(piece: Buffer): Buffer {
    const text = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
    const end = text.at(-1) === backslash ? text.length - 1 : text.length;
    this.#held = text.subarray(end);
    const whole = text.subarray(0, end);
    if (!whole.includes('\\,')) return whole;
    return Buffer.from(whole.toString('latin1').replaceAll('\\,', hidden), 'latin1');
  }

  /** What waited when the text was over. */
  rest(): Buffer {
    return this.#held;
  }
}

/** The cells with their commas. */
export const withCommas = (cells: readonly string[]): string[] => cells.map((cell) => cell.replaceAll(hidden, ','));
