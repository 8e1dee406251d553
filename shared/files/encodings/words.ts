/** The words of a file that are not ASCII, as bytes: what tells its encoding. */

/** So many different words are looked at. With a few of them the answer is clear; more would only take time. */
const mostWords = 400;

/** Whether a byte ends a word in every encoding that ASCII is a part of: none of them has it within a character. */
const isBetween = (byte: number) => byte < 0x30 || (byte > 0x39 && byte < 0x40);

/** Each different word of these lines that has a byte beyond ASCII, the first of them. */
export const wordsOf = (lines: readonly Buffer[]): Buffer[] => {
  const words = new Map<string, Buffer>();
  for (const line of lines) {
    for (const word of wordsIn(line)) {
      words.set(word.toString('latin1'), word);
      if (words.size === mostWords) return [...words.values()];
    }
  }
  return [...words.values()];
};

function* wordsIn(line: Buffer): Generator<Buffer> {
  let start = 0;
  let isOther = false;
  for (let at = 0; at <= line.length; at += 1) {
    const byte = line[at] ?? 0;
    if (byte >= 0x80) isOther = true;
    if (!isBetween(byte)) continue;
    if (isOther) yield line.subarray(start, at);
    [start, isOther] = [at + 1, false];
  }
}
