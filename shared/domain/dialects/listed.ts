/** Headings in a sentence. */
import { beginningOf } from '../one-line.ts';

/** Names: each once, cut short, and no more than anybody reads. */
export const listed = (names: readonly string[]): string => {
  const short = [...new Set(names)].map((name) => (name.length > 60 ? `${beginningOf(name, 60)}…` : name));
  return short.length > 20 ? `${short.slice(0, 20).join(', ')} and ${short.length - 20} more` : short.join(', ');
};
