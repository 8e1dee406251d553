/** Walks over a line of which later bytes may be still to come, and goes on from where it stopped. */

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const isBlank = (byte: number | undefined) => byte === 0x20;

/** What may stand before a cell; a quote elsewhere is one of its characters. */
const separators = new Set([...',;\t|^~:\u001f'].map((separator) => separator.charCodeAt(0)));

/** A line of a text: where it ends, where the next one begins, and how many physical lines it has. */
export type WalkedLine = { readonly end: number; readonly next: number; readonly lines: number };

/** Finds lines one by one; line breaks in quotes belong to a line. */
export class LineWalk {
  #at = 0;
  #inQuotes = false;
  #isCellStart = true;
  #lines = 1;

  /**
   * The line that begins at `start`, where the last one ended; undefined when its end may come with later bytes, which
   * must then stand behind the same text.
   */
  nextLine(text: Buffer, start: number, isWhole: boolean): WalkedLine | undefined {
    for (this.#at = Math.max(this.#at, start); this.#at < text.length; this.#at += 1) {
      const byte = text[this.#at] as number;
      if (byte === quote) this.#quote();
      else if (!isBlank(byte)) this.#isCellStart = separators.has(byte);
      if (byte !== lineFeed && byte !== carriageReturn) continue;
      // What follows a return decides whether it is one line end or two, so it must be there.
      if (byte === carriageReturn && this.#at + 1 === text.length && !isWhole) return undefined;
      const width = byte === carriageReturn && text[this.#at + 1] === lineFeed ? 2 : 1;
      if (!this.#inQuotes) return this.#ended(this.#at, this.#at + width);
      this.#lines += 1;
      this.#at += width - 1;
    }
    return isWhole && start < text.length ? this.#ended(text.length, text.length) : undefined;
  }

  /** Takes off what stands before the line that is walked over. */
  forget(bytes: number): void {
    this.#at -= bytes;
  }

  /** Quotes within quotes are doubled, and turn it off and on again. */
  #quote(): void {
    if (this.#inQuotes || this.#isCellStart) this.#inQuotes = !this.#inQuotes;
    this.#isCellStart = !this.#inQuotes;
  }

  #ended(end: number, next: number): WalkedLine {
    const lines = this.#lines;
    [this.#at, this.#inQuotes, this.#isCellStart, this.#lines] = [next, false, true, 1];
    return { end, next, lines };
  }
}
