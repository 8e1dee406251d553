/** A file that is uploaded in parts: a connection that breaks costs one of them, and not the whole file. */

/** Bytes of a part; the last one may have fewer. S3 takes none below 5 MiB, and 10,000 of them: the longest file has 256. */
export const uploadPartBytes = 8 * 1024 * 1024;

/** Bytes of the largest file that comes in one piece: no more than a part, so that what takes parts takes it (a local start: 11 MiB). */
export const onePieceBytes = uploadPartBytes;

/** An upload in parts: what S3 calls it, and how many bytes it is to have in all. */
export type UploadInParts = { id: string; size: number };

/** A part that has arrived. `tag` is its ETag in quotation marks, as S3 gives it. */
export type ArrivedPart = { number: number; tag: string; size: number };

/** How many parts a file of this size has. */
export const partCount = (size: number): number => Math.ceil(size / uploadPartBytes);

/** Bytes of a part by its number, from 1. */
export const bytesOfPart = (size: number, number: number): number =>
  Math.min(uploadPartBytes, size - (number - 1) * uploadPartBytes);

/** The numbers of a file's parts that are not among these, in their order. */
export const missingParts = (size: number, numbers: readonly number[]): number[] => {
  const there = new Set(numbers);
  return Array.from({ length: partCount(size) }, (_, index) => index + 1).filter((number) => !there.has(number));
};
