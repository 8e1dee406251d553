/** A batch is made and its file sent, so that to ask again after a broken connection makes no second one. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../../api/call.ts';
import type { Batch, NewBatch } from '../../api/migrations.ts';
import type { SignedAddress } from '../add-many/upload/put-bytes.ts';
import { uploadWhole } from '../add-many/upload/upload-whole.ts';

/** A batch that was made and waits for its file: of what was typed, with which file. */
type Made = { of: string; file: File; id: string; upload: SignedAddress };

/** Makes it and sends the file; the answer is its id. Throws a `Problem`. */
export const useNewBatch = (): ((batch: NewBatch, file: File) => Promise<string>) => {
  const queries = useQueryClient();
  const made = useRef<Made>(undefined);
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  return async (batch, file) => {
    const of = JSON.stringify(batch);
    if (made.current?.of !== of || made.current.file !== file) {
      const asked = { ...batch, fileName: file.name };
      const { body } = await call<Batch & { upload: SignedAddress }>('POST', 'migrationBatches', { body: asked });
      made.current = { of, file, id: body.id, upload: body.upload };
    }
    const { id, upload } = made.current;
    stopping.current = new AbortController();
    await uploadWhole(upload, file, { signal: stopping.current.signal, onProgress: () => {} });
    await queries.invalidateQueries({ queryKey: ['migrationBatches'] });
    return id;
  };
};
