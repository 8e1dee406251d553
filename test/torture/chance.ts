/** Chance that can be had again: everything that a run decides comes from its seed. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Decides by its seed. */
export type Chance = {
  /** A whole number from `least` to `most`. */
  number: (least: number, most: number) => number;
  /** True in this share of cases. */
  happens: (share: number) => boolean;
  one: <Choice>(choices: readonly Choice[]) => Choice;
};

/** The same seed makes the same decisions, in the order in which they are asked for. */
export const chanceOf = (seed: number): Chance => {
  const generator = xoroshiro128plus(seed);
  const number = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    number,
    happens: (share) => uniformFloat64(generator) < share,
    one: (choices) => {
      if (choices.length === 0) throw new Error('There is nothing to choose from.');
      return choices[number(0, choices.length - 1)] as never;
    },
  };
};
