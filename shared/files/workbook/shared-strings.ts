/** The texts of a workbook, which its cells name by their numbers. */

import { Refused } from '../../domain/refusals.ts';
import { cellBytes } from '../limits.ts';
import { cellText } from './cell-text.ts';
import { sharedTextBytes, sheetBytes } from './limits.ts';
import { tell } from './read-part.ts';
import { RichText } from './rich-text.ts';
import { tooLarge } from './unreadable.ts';
import type { Zip } from './zip.ts';

/** What a text takes beside its bytes. */
const placeBytes = 16;

/** Texts by their numbers, in as many bytes as they have: as strings they would hold the pieces they were cut from. */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #used = 0;
  #size = 0;

  /** Takes the next text. Throws `Refused` when it is larger than a cell may be, or all are larger than is held. */
  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (size > cellBytes) throw new Refused({ code: 'CellTooLarge', fact: '?' });
    this.#size += size + placeBytes;
    if (this.#size > sharedTextBytes) throw tooLarge('its texts have more than 64 MiB');
    if (this.#blocks.length === 0 || this.#used + size > cellBytes) {
      this.#blocks.push(Buffer.allocUnsafe(cellBytes));
      this.#used = 0;
    }
    const block = this.#blocks.length - 1;
    this.#starts.push(block * cellBytes + this.#used);
    this.#used += (this.#blocks[block] as Buffer).write(text, this.#used);
    this.#ends.push(block * cellBytes + this.#used);
  }

  /** The text of a number; undefined where the workbook has none. */
  at(index: number): string | undefined {
    const [start, end] = [this.#starts[index], this.#ends[index]];
    if (start === undefined || end === undefined) return undefined;
    const block = Math.min(Math.floor(start / cellBytes), this.#blocks.length - 1);
    const first = block * cellBytes;
    return (this.#blocks[block] as Buffer).toString('utf8', start - first, end - first);
  }
}

/** Reads all texts of a workbook. Each may consist of runs in several styles, with its pronunciation beside it. */
export const readSharedStrings = async (zip: Zip, part: string): Promise<SharedStrings> => {
  const strings = new SharedStrings();
  const text = new RichText();
  await tell(zip, part, sheetBytes, {
    open: (name) => {
      if (name === 'si') text.take();
      else text.open(name);
    },
    close: (name) => {
      if (name === 'si') strings.add(cellText(text.take()));
      else text.close(name);
    },
    text: (piece) => text.add(piece),
  });
  return strings;
};
