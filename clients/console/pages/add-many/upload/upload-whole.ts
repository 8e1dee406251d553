/** A file that goes in one piece. */
import { putBytes, type Sending, type SignedAddress } from './put-bytes.ts';
import { severalTimes } from './several-times.ts';

/** Puts the file to its address. It may be called again after anything that it throws. Throws a `Problem`. */
export const uploadWhole = async (address: SignedAddress, file: Blob, sending: Sending): Promise<void> => {
  await severalTimes(sending.signal, () => putBytes(address, file, sending));
  sending.onProgress(file.size);
};
