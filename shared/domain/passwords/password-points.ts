/** How much of a password has to be guessed, in points as Entra counts them. */

/** Fewest points of a password (Entra). */
export const leastPoints = 5;

/** The points of a text of `withoutCase` up to each place in it, and from each place on. */
export type Points = { before: number[]; after: number[] };

/**
 * Points of a text: one for each character, and one for what people append as a whole: a year, two digits, one character
 * over and over, and a run such as 1234, cba or 321.
 */
export const pointsAlong = (text: string): Points => {
  const before = Array.from({ length: text.length + 1 }, (_, at) => at);
  const after = before.map((at) => text.length - at);
  const places = [...before].slice(0, -1);
  for (const at of places) {
    for (const length of wholesAt(text, at)) {
      before[at + length] = Math.min(before[at + length] ?? 0, 1 + (before[at] ?? 0));
    }
  }
  for (const at of places.reverse()) {
    after[at] = 1 + Math.min(...wholesAt(text, at).map((length) => after[at + length] ?? 0));
  }
  return { before, after };
};

/** The points of all of a text. */
export const pointsOf = (text: string): number => pointsAlong(text).after[0] ?? 0;

/** How long each is that counts as one and begins at `start`. */
const wholesAt = (text: string, start: number): number[] => {
  const isDigits = /^\d\d/.test(text.slice(start, start + 2));
  const isYear = /^(?:19|20)\d\d/.test(text.slice(start, start + 4));
  return [1, ...(isDigits ? [2] : []), ...(isYear ? [4] : []), ...runsAt(text, start)];
};

/** Two characters alike and more, or three in a row and more. */
const runsAt = (text: string, start: number): number[] => {
  const stepTo = (at: number) => text.charCodeAt(at) - text.charCodeAt(at - 1);
  const step = stepTo(start + 1);
  if (Math.abs(step) > 1) return [];
  let length = 1;
  while (stepTo(start + length) === step) length += 1;
  return step !== 0 && length < 3 ? [] : [length];
};
