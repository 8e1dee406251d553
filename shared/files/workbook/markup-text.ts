/** From the bytes of a part to a text that sax may be given. */
import { unreadable } from './unreadable.ts';

/**
 * Declarations of a document's own entities: no spreadsheet writes any, they are how small files get large, and sax takes
 * a time for each that grows with the square of its length. So they are refused before it sees them, wherever they stand.
 */
const declaration = /<!(?!--|\[CDATA\[)/;

/** The end of a piece of which the next one says what it is. */
const undecided = /(?:\r|<(?:!(?:-|\[[CDAT]*)?)?)$/;
const longestUndecided = '<![CDATA'.length;

/** Decodes UTF-8 and makes each line end a line feed, as XML has it, however the bytes are cut into pieces. */
export class MarkupText {
  readonly #decoder = new TextDecoder();
  #held = '';

  /** The text of the next piece, as far as it is known what it is. Throws `Refused` ExcelWorkbook for a declaration. */
  next(piece: Buffer): string {
    const text = this.#held + this.#decoder.decode(piece, { stream: true });
    const held = undecided.exec(text.slice(-longestUndecided))?.[0] ?? '';
    this.#held = held;
    return checked(text.slice(0, text.length - held.length));
  }

  /** What is left when all pieces were given. */
  rest(): string {
    return withLineFeeds(this.#held + this.#decoder.decode());
  }
}

const checked = (text: string): string => {
  if (declaration.test(text)) throw unreadable();
  return withLineFeeds(text);
};

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
