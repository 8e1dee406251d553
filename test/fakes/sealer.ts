/** A sealer that keeps what was sealed, and gives it back to whoever shows the right box, key and context. */
import { randomUUID } from 'node:crypto';
import type { Sealer } from '../../shared/work/imports/sealer.ts';

export const fakeSealer = (): Sealer => {
  const boxes = new Map<string, string>();
  return {
    seal: async (texts, { importId, firstRow }) => {
      const sealedKey = randomUUID();
      const sealed = texts.map((text) => {
        const box = randomUUID();
        boxes.set([box, sealedKey, importId, firstRow].join(), text);
        return box;
      });
      return { sealedKey, sealed };
    },
    open: async (sealed, sealedKey, { importId, firstRow }) =>
      sealed.map((box) => {
        const text = boxes.get([box, sealedKey, importId, firstRow].join());
        if (text === undefined) throw new Error('this was changed or belongs elsewhere');
        return text;
      }),
  };
};
