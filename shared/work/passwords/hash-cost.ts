/** What a slow hash costs, as PHC strings say it. */

/** The cost of scrypt: N = 2^ln, block size r, p in parallel. */
export type HashCost = { ln: number; r: number; p: number };

/**
 * OWASP's second choice, without a native module: N = 2^17, r = 8, p = 1; half a second and 128 MiB. A hash of another
 * cost is verified by its own, and made anew at the next sign-in.
 */
export const presentCost: HashCost = { ln: 17, r: 8, p: 1 };

/** Bytes that scrypt may take: what a function has left beside itself. */
export const mostHashBytes = 256 * 1024 * 1024;

/** Four times the work of the present cost: more would let one stored hash hold a function for seconds. */
const mostWork = 4 * 2 ** presentCost.ln * presentCost.r * presentCost.p;

/** A cost as PHC strings write it. */
export const writtenCost = ({ ln, r, p }: HashCost): string => `ln=${ln},r=${r},p=${p}`;

/** The cost of a slow hash; undefined for one that is no slow hash, or takes more than a function has. */
export const costOf = (phc: string): HashCost | undefined => {
  const [, ...numbers] = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$/.exec(phc) ?? [];
  const [ln = 0, r = 0, p = 0] = numbers.map(Number);
  const isOurs = ln >= 1 && r >= 1 && p >= 1 && bytes({ ln, r, p }) <= mostHashBytes && work({ ln, r, p }) <= mostWork;
  return isOurs ? { ln, r, p } : undefined;
};

const work = ({ ln, r, p }: HashCost): number => 2 ** ln * r * p;

const bytes = ({ ln, r }: HashCost): number => 128 * r * 2 ** ln;
