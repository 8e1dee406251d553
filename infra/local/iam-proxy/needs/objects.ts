/** Which rights a request to S3 needs: what it does is told by its method and its address. */
import type { IncomingMessage } from 'node:http';
import type { Call } from '../need.ts';

/** Reads a request to S3, whose bucket is the first part of the path. */
export const objectCall = ({ method = 'GET', url = '/' }: IncomingMessage): Call => {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [bucket = '', ...rest] = pathname.slice(1).split('/');
  const key = decodeURIComponent(rest.join('/'));
  const call = (operation: string, action: string, resource: string): Call => ({
    operation: `s3:${operation}`,
    needs: [{ action: `s3:${action}`, resources: [`arn:aws:s3:::${resource}`] }],
  });
  if (key === '' && method === 'GET') return call('ListObjectsV2', 'ListBucket', bucket);
  const object = `${bucket}/${key}`;
  const inParts = searchParams.has('uploadId') || searchParams.has('uploads');
  switch (method) {
    case 'GET':
    case 'HEAD': {
      if (inParts) return call('ListParts', 'ListMultipartUploadParts', object);
      const name = method === 'GET' ? 'GetObject' : 'HeadObject';
      return call(name, searchParams.has('versionId') ? 'GetObjectVersion' : 'GetObject', object);
    }
    case 'PUT':
      return call(inParts ? 'UploadPart' : 'PutObject', 'PutObject', object);
    case 'POST':
      if (inParts) {
        return call(
          searchParams.has('uploads') ? 'CreateMultipartUpload' : 'CompleteMultipartUpload',
          'PutObject',
          object,
        );
      }
      break;
    case 'DELETE':
      return inParts
        ? call('AbortMultipartUpload', 'AbortMultipartUpload', object)
        : call('DeleteObject', searchParams.has('versionId') ? 'DeleteObjectVersion' : 'DeleteObject', object);
  }
  throw new Error(`The local engine does not know which right ${method} ${pathname} needs.`);
};
