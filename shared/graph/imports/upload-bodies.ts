/** What asks about the parts of an upload over HTTP. */
import * as z from 'zod';
import { withoutNulls } from '../../lambda/body-names.ts';

/** S3's bound of part numbers; which a file has, its size says. */
const partNumber = z.int().min(1).max(10_000);

/** Addresses that are signed at once: what one page of a browser has under way, several times over. */
const mostSigned = 100;

/** As many as S3 takes. */
const mostParts = 10_000;

/** An ETag in quotation marks or without, as browsers and S3's own clients have it. */
const eTag = z.string().regex(/^"?[0-9a-f-]{1,64}"?$/i, 'must be the ETag that came with the part');

/** Body of `POST /v1.0/imports/{id}/uploadParts`. */
export const signPartsBody = withoutNulls(
  z.strictObject({ partNumbers: z.array(partNumber).min(1).max(mostSigned).readonly() }),
);

/** Body of `POST /v1.0/imports/{id}/completeUpload`. */
export const completeUploadBody = withoutNulls(
  z.strictObject({ parts: z.array(z.strictObject({ partNumber, eTag })).min(1).max(mostParts).readonly() }),
);
