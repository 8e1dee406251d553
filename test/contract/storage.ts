/** S3 on this machine with one bucket, for one file of tests. */
import { CreateBucketCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';

export type Storage = {
  client: S3Client;
  /** A further client of the same server. */
  another: (more?: S3ClientConfig) => S3Client;
  stop: () => Promise<void>;
};

/** Starts it, with a client that is made with `more`. */
export const startStorage = async (bucket: string, more: S3ClientConfig = {}): Promise<Storage> => {
  const server = await startFauxqs({ port: 0, logger: false });
  const another = (own: S3ClientConfig = {}) =>
    new S3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      forcePathStyle: true,
      ...own,
    });
  const client = another(more);
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    client,
    another,
    stop: async () => {
      client.destroy();
      await server.stop();
    },
  };
};
