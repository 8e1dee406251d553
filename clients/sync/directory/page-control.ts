/** The control by which answers come in pages (RFC 2696). That of ldapts ends at a page without entries, cookie or not. */
import { Ber, type BerReader, BerWriter, Control } from 'ldapts';

/** One for each request: the answer's cookie is read into it; empty, there is no further page. */
export class PageControl extends Control {
  readonly #size: number;
  cookie: Buffer;

  constructor(size: number, cookie: Buffer) {
    super('1.2.840.113556.1.4.319', { critical: true });
    this.#size = size;
    this.cookie = cookie;
  }

  override writeControl(writer: BerWriter): void {
    const value = new BerWriter();
    value.startSequence();
    value.writeInt(this.#size);
    value.writeBuffer(this.cookie, Ber.OctetString);
    value.endSequence();
    writer.writeBuffer(value.buffer, Ber.OctetString);
    // What is not answered is no further page.
    this.cookie = Buffer.alloc(0);
  }

  override parseControl(reader: BerReader): void {
    reader.readSequence();
    reader.readInt();
    this.cookie = Buffer.from(reader.readString(Ber.OctetString, true) ?? []);
  }
}
