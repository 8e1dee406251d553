/** A text that is written in runs, each in its own style, perhaps with its pronunciation beside it. */

import { Refused } from '../../domain/refusals.ts';
import { cellBytes } from '../limits.ts';

/** Puts the runs together; how they are pronounced is no part of the text. */
export class RichText {
  #text = '';
  #isOpen = false;
  #isPronunciation = false;

  /** An element begins within the text. */
  open(name: string): void {
    if (name === 'rPh') this.#isPronunciation = true;
    else if (name === 't') this.#isOpen = !this.#isPronunciation;
  }

  /** An element ends within the text. */
  close(name: string): void {
    if (name === 'rPh') this.#isPronunciation = false;
    else if (name === 't') this.#isOpen = false;
  }

  /** Text of the present element, which may be blanks between elements. */
  add(piece: string): void {
    if (!this.#isOpen) return;
    this.#text += piece;
    if (this.#text.length > cellBytes) throw new Refused({ code: 'CellTooLarge', fact: '?' });
  }

  /** The whole text; the next one begins. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    this.#isOpen = false;
    this.#isPronunciation = false;
    return text;
  }
}
