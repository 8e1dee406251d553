/** The upload of a file: begun, broken, gone on with, over. */
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { Import } from '../../api/imports.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { address } from '../../shell/addresses.ts';
import { keepUpload } from './upload/kept-upload.ts';
import type { SignedAddress } from './upload/put-bytes.ts';
import { uploadParts } from './upload/upload-parts.ts';
import { uploadWhole } from './upload/upload-whole.ts';

/** How a file is to come: in one piece to an address, or in parts. */
type HowItComes = SignedAddress | { partSize: number; parts: number };

/** A file on its way; `place` is there once its import is, and has the address where it goes in one piece. */
type Underway = { file: File; sheet: string; place?: { importId: string; whole?: SignedAddress } };

/** What is shown: bytes that have gone, and the problem that stopped it. */
export type UploadState = { file: File; sent: number; problem?: Problem };

/** How often the bar moves, in milliseconds. */
const leastBetween = 200;

/**
 * `begin` asks for the check of a file and sends it; with the id of an import whose upload broke off, what is missing of
 * it. `goOn` does so after a problem. When the file is there, it leads to the page of its import.
 */
export const useUpload = () => {
  const router = useRouter();
  const [state, setState] = useState<UploadState>();
  const underway = useRef<Underway>(undefined);
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const send = useCallback(async () => {
    const now = underway.current;
    if (!now) return;
    const { file } = now;
    const stop = new AbortController();
    stopping.current = stop;
    setState({ file, sent: 0 });
    try {
      now.place ??= await placeFor(now);
      const { importId, whole } = now.place;
      const sending = { signal: stop.signal, onProgress: paced((sent) => setState({ file, sent })) };
      if (whole) await uploadWhole(whole, file, sending);
      else {
        const { name: fileName, size, lastModified } = file;
        keepUpload({ importId, fileName, size, lastModified });
        router.history.replace(address(`/users/add-many?import=${importId}`), undefined, { ignoreBlocker: true });
        await uploadParts(importId, file, sending);
      }
      keepUpload(undefined);
      // The page is left with its bar: the warning of those who leave in between is not meant.
      router.history.push(address(`/imports/${importId}`), { isUploaded: true } as object, { ignoreBlocker: true });
    } catch (thrown) {
      if (!stop.signal.aborted) setState((before) => ({ file, sent: before?.sent ?? 0, problem: asProblem(thrown) }));
    }
  }, [router]);

  const isBroken = state?.problem?.kind === 'offline';
  useEffect(() => {
    if (!isBroken) return;
    const goOn = () => void send();
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [isBroken, send]);

  return {
    state,
    begin: (file: File, { sheet, importId }: { sheet: string; importId?: string | undefined }) => {
      underway.current = { file, sheet, ...(importId !== undefined && { place: { importId } }) };
      void send();
    },
    goOn: () => void send(),
    /** Ends it for good: what was sent of the file is thrown away. */
    cancel: async () => {
      const place = underway.current?.place;
      stopping.current?.abort();
      if (place) await call('POST', `imports/${place.importId}/${place.whole ? 'cancel' : 'abortUpload'}`);
      underway.current = undefined;
      keepUpload(undefined);
      setState(undefined);
    },
    /** Forgets a file that was refused, so that another one can be chosen. */
    reset: () => {
      underway.current = undefined;
      setState(undefined);
    },
  };
};

/** Asks for an import that says what would happen, and changes nothing. */
const placeFor = async ({ file, sheet }: Underway): Promise<NonNullable<Underway['place']>> => {
  const asked = { fileName: file.name, fileSize: file.size, dryRun: true, ...(sheet !== '' && { sheet }) };
  const { body } = await call<Import & { upload: HowItComes }>('POST', 'imports', { body: asked });
  return { importId: body.id, ...('url' in body.upload && { whole: body.upload }) };
};

/** Tells at most five times a second, and never that less was sent than before. */
const paced = (tell: (sent: number) => void): ((sent: number) => void) => {
  let [last, most] = [0, 0];
  return (sent) => {
    most = Math.max(most, sent);
    if (Date.now() - last < leastBetween) return;
    last = Date.now();
    tell(most);
  };
};
