/** The first cells of a file by which a person sees whether its text was read rightly. */
import { isAsciiText } from '../encodings/ascii.ts';

/** So many show it. */
const enough = 3;

/** Gathers them from rows as they are read. */
export class ShownCells {
  readonly #cells: string[] = [];

  /** Looks at the cells of a row, which never hold a password. */
  take(cells: readonly string[]): void {
    if (this.#cells.length === enough) return;
    for (const cell of cells) {
      const text = cell.trim();
      if (this.#cells.length < enough && !isAsciiText(text) && !this.#cells.includes(text)) this.#cells.push(text);
    }
  }

  /** The first different cells of people that are not ASCII; where there are none, headings that are not. */
  shown(headings: readonly string[]): readonly string[] {
    return this.#cells.length > 0 ? this.#cells : headings.filter((heading) => !isAsciiText(heading)).slice(0, enough);
  }
}
