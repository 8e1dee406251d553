/** Standard input, of which each line is read once. */
import { text } from 'node:stream/consumers';
import { usageFault } from '../fault.ts';

let all: Promise<string[]> | undefined;

const lines = (): Promise<string[]> => {
  all ??= text(process.stdin).then((read) => read.split(/\r?\n/));
  return all;
};

/** The next line, without its end; empty at the end. */
export const firstLineOfInput = async (): Promise<string> => (await lines()).shift() ?? '';

/** All lines that nobody has read yet. */
export const restOfInput = async (): Promise<string[]> => (await lines()).splice(0);

/** A secret as it is given: itself, or for `-` the first line of standard input. */
export const givenText = async (text: string, option: string): Promise<string> => {
  const given = text === '-' ? await firstLineOfInput() : text;
  if (given !== '') return given;
  throw usageFault(`${option} is empty.`);
};
