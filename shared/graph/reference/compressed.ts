/** Texts that are answered smaller, since the gateway compresses nothing itself. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** How a text may be answered: as it is, or by the name of a Content-Encoding. */
export type Encoding = 'identity' | 'br' | 'gzip';

/** The best encoding that an Accept-Encoding header takes; one that it refuses by `;q=0` is not taken. */
export const encodingFor = (acceptEncoding = ''): Encoding => {
  const taken = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*/))
    .filter(([, weight = 'q=1']) => Number(weight.replace('q=', '')) > 0)
    .map(([name]) => name);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : 'identity';
};

/** The text in an encoding. Brotli's 5 takes a hundredth of the time of its 11, and some 5 % more bytes. */
export const compressed = (text: string, encoding: Exclude<Encoding, 'identity'>): Buffer =>
  encoding === 'br'
    ? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : gzipSync(text, { level: 9 });
