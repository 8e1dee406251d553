/** XML as it comes, as far as workbooks need it: elements and their text. sax reads it; what a stranger may make of it is bounded here. */
import sax from 'sax';
import { Refused } from '../../domain/refusals.ts';
import { cellBytes } from '../limits.ts';
import { maxAttributes, maxDepth } from './limits.ts';
import { MarkupText } from './markup-text.ts';
import { unreadable } from './unreadable.ts';

/** The attributes of an element by their names, without prefixes. */
export type Attributes = Readonly<Record<string, string>>;

/** Who is told of what stands in a part. Names come without their prefix. */
export type MarkupReader = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  /** The row that is being read, for whoever has to look there. */
  where?(): string;
};

/** Positions would be counted for each character; with them go sax's own limits, which `write` is there for. */
const options = { position: false, strictEntities: true };

/** Reads markup piece by piece, and tells of each element and text as soon as it is whole. */
export class Markup {
  readonly #reader: MarkupReader;
  readonly #text = new MarkupText();
  readonly #parser = new sax.SAXParser(true, options);
  /** Characters since something was told last: what sax holds is never more. */
  #untold = 0;
  #depth = 0;
  #attributes: Record<string, string> = {};
  #attributeCount = 0;
  #isInTag = false;

  constructor(reader: MarkupReader) {
    this.#reader = reader;
    this.#parser.onopentagstart = () => this.#openTag();
    this.#parser.onattribute = ({ name, value }) => this.#takeAttribute(name, value);
    this.#parser.onopentag = ({ name }) => this.#tellElement(withoutPrefix(name));
    this.#parser.onclosetag = (name) => this.#tellEnd(withoutPrefix(name));
    this.#parser.ontext = (text) => this.#tellText(text);
    this.#parser.oncdata = (text) => this.#tellText(text);
    this.#parser.oncomment = () => this.#tellNothing();
    this.#parser.onerror = (error) => this.#goOnAfter(error);
  }

  /**
   * Reads on. Throws `Refused` CellTooLarge for an element or text that is larger than a cell may be, and ExcelWorkbook for
   * what is no XML, or is made to take more memory than any sheet does.
   */
  write(piece: Buffer): void {
    const text = this.#text.next(piece);
    this.#untold += text.length;
    this.#parser.write(text);
    if (this.#untold > cellBytes) throw new Refused({ code: 'CellTooLarge', fact: this.#reader.where?.() ?? '?' });
  }

  /** Says that the part is over. Throws `Refused` ExcelWorkbook when it is not whole. */
  end(): void {
    this.#parser.write(this.#text.rest()).close();
  }

  #openTag(): void {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw unreadable();
    this.#isInTag = true;
    this.#attributes = {};
    this.#attributeCount = 0;
  }

  #takeAttribute(name: string, value: string): void {
    const key = withoutPrefix(name);
    this.#attributeCount += 1;
    // Names that every object has are none of a sheet; with an attribute called hasOwnProperty sax cannot go on.
    if (this.#attributeCount > maxAttributes || key in Object.prototype) throw unreadable();
    if (!name.startsWith('xmlns')) this.#attributes[key] = value;
  }

  #tellElement(name: string): void {
    this.#untold = 0;
    this.#isInTag = false;
    this.#reader.open(name, this.#attributes);
  }

  #tellEnd(name: string): void {
    this.#untold = 0;
    this.#depth -= 1;
    this.#reader.close(name);
  }

  #tellText(text: string): void {
    this.#untold = 0;
    this.#reader.text(text);
  }

  #tellNothing(): void {
    this.#untold = 0;
  }

  /** A character that no text has spoils its cell, and nobody else's; anything else that is no XML spoils the part. */
  #goOnAfter({ message }: Error): void {
    if (this.#isInTag || !message.startsWith('Invalid character entity')) throw unreadable();
    this.#tellText('\ufffd');
    this.#parser.resume();
  }
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
