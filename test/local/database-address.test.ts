/** Where the local database listens. */
import { createServer, type Server } from 'node:net';
import { openDataFolder } from '../../infra/local/emulators/data-folder.ts';
import { startDynamodb } from '../../infra/local/emulators/dynamodb.ts';
import { hiddenAddress } from '../../infra/local/emulators/hidden-address.ts';
import { temporaryFolder } from './running.ts';

const temporary = temporaryFolder();
const folder = openDataFolder(temporary.path);
const others: Server[] = [];
afterAll(() => {
  for (const other of others) other.close();
  folder.release();
  temporary.remove();
});

/** Somebody else, who listens at 127.0.0.1, where hundreds of programs do. */
const takenPort = () =>
  new Promise<number>((resolve) => {
    const other = createServer((socket) => socket.destroy());
    others.push(other);
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });

test('a port that somebody took in between is given up for another', async () => {
  const tried: number[] = [];
  const ended: string[] = [];
  const choose = async () => {
    const { host, port } = await hiddenAddress();
    const address = { host, port: tried.length < 2 ? await takenPort() : port };
    tried.push(address.port);
    return address;
  };
  const database = await startDynamodb(folder, (reason) => ended.push(reason), choose);
  expect(tried).toHaveLength(3);
  expect(new URL(database.endpoint).port).toBe(String(tried[2]));
  expect((await fetch(database.endpoint)).ok).toBe(true);
  await database.stop();
  expect(ended).toEqual([]);
});

test('where every port is taken, the start ends with the reason and leaves nothing running', async () => {
  const port = await takenPort();
  const choose = async () => ({ ...(await hiddenAddress()), port });
  await expect(startDynamodb(folder, () => {}, choose)).rejects.toThrow('did not start (exit code 1)');
  const database = await startDynamodb(folder);
  await database.stop();
});
