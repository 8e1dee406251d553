/** Addresses of S3 that are good for a while, for whoever knows them. */
import { GetObjectCommand, PutObjectCommand, type S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PartedUploads, SignDownload, SignUpload } from '../../work/imports/files.ts';

/**
 * Signs an address to which one file can be put. It ends with the credentials that signed it, if those end first. The
 * client must compute no checksums of its own accord (`signingClient`). What is signed with it is that nothing lies there
 * yet: S3 answers 412 where something does, and 403 to whoever leaves the header out.
 */
export const signUpload =
  (client: S3Client): SignUpload =>
  async ({ bucket, key, size }, seconds) => {
    const length = size === undefined ? {} : { ContentLength: size };
    const command = new PutObjectCommand({ Bucket: bucket, Key: key, IfNoneMatch: '*', ...length });
    return { url: await getSignedUrl(client, command, { expiresIn: seconds }), headers: { 'If-None-Match': '*' } };
  };

/**
 * Signs an address to which one part can be put, of just so many bytes: their number is signed with it. By the same client
 * as `signUpload`, for the same reason.
 */
export const signPart =
  (client: S3Client): PartedUploads['sign'] =>
  async ({ bucket, key, upload, number, size }, seconds) => {
    const part = { Bucket: bucket, Key: key, UploadId: upload, PartNumber: number, ContentLength: size };
    return { url: await getSignedUrl(client, new UploadPartCommand(part), { expiresIn: seconds }), headers: {} };
  };

/** Signs an address from which a report can be fetched; browsers save it under the name. */
export const signDownload =
  (client: S3Client): SignDownload =>
  ({ bucket, key }, name, seconds) => {
    const ResponseContentDisposition = `attachment; filename*=UTF-8''${encoded(name)}`;
    return getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key, ResponseContentDisposition }), {
      expiresIn: seconds,
    });
  };

/** As RFC 8187 has it, which leaves fewer characters as they are. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
