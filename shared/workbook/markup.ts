/**
 * XML as it comes, as far as workbooks need it: elements and their text. Written here because no streaming library is
 * fit for files of strangers: sax and saxes hold a comment or a text of any length and read at a tenth of the speed,
 * and saxen mistakes a `>` in an attribute that is cut in two. A test holds it against saxes.
 */

import { cellBytes } from '../csv/limits.ts';
import { Refused } from '../domain/refusals.ts';
import { unescaped } from './entities.ts';
import { unreadable } from './unreadable.ts';

/** Who is told of what stands in a part. Names come without their prefix; attributes as they stand. */
export type MarkupReader = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  /** The row that is being read, for whoever has to look there. */
  where?(): string;
};

/** Reads markup piece by piece, and tells of each element and text as soon as it is whole. */
export class Markup {
  readonly #reader: MarkupReader;
  readonly #decoder = new TextDecoder();
  #rest = '';

  constructor(reader: MarkupReader) {
    this.#reader = reader;
  }

  /** Reads on. Throws `Refused` for an element or text that is larger than a cell may be. */
  write(piece: Buffer): void {
    const text = this.#rest + this.#decoder.decode(piece, { stream: true });
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      const end = open === -1 ? -1 : endOf(text, open);
      if (end === -1) break;
      if (open > at) this.#reader.text(unescaped(text.slice(at, open)));
      this.#tell(text, open, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > cellBytes) throw new Refused({ code: 'CellTooLarge', fact: this.#reader.where?.() ?? '?' });
  }

  /** Says that the part is over. */
  end(): void {
    if (this.#rest.trim() !== '') throw unreadable();
  }

  #tell(text: string, start: number, end: number): void {
    const mark = text.charCodeAt(start + 1);
    if (mark === slash) this.#reader.close(withoutPrefix(text.slice(start + 2, end - 1).trimEnd()));
    else if (mark === exclamation) {
      if (text.startsWith(cdata, start)) this.#reader.text(text.slice(start + cdata.length, end - 3));
    } else if (mark !== question) this.#tellElement(text, start + 1, end - 1);
  }

  #tellElement(text: string, start: number, end: number): void {
    const isEmpty = text.charCodeAt(end - 1) === slash;
    const contentEnd = isEmpty ? end - 1 : end;
    let nameEnd = start;
    while (nameEnd < contentEnd && text.charCodeAt(nameEnd) > space) nameEnd += 1;
    const name = withoutPrefix(text.slice(start, nameEnd));
    this.#reader.open(name, text.slice(nameEnd, contentEnd));
    if (isEmpty) this.#reader.close(name);
  }
}

const [space, exclamation, doubleQuote, singleQuote, slash, greater, question] = [32, 33, 34, 39, 47, 62, 63];
const cdata = '<![CDATA[';

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Where what begins at `start` ends; -1 when its end, or what it is, comes later. */
const endOf = (text: string, start: number): number => {
  const mark = text.charCodeAt(start + 1);
  if (mark === question) return endAfter(text, '?>', start + 2);
  if (mark === exclamation) {
    if (text.startsWith('<!--', start)) return endAfter(text, '-->', start + 4);
    if (text.startsWith(cdata, start)) return endAfter(text, ']]>', start + cdata.length);
    if (text.length - start < cdata.length) return -1;
    // Declarations of a document's own entities: no spreadsheet writes any, and they are how small files get large.
    throw unreadable();
  }
  let quote = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === greater) return at + 1;
    else if (code === doubleQuote || code === singleQuote) quote = code;
  }
  return -1;
};

const endAfter = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
};
