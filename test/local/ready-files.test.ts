/** What a running system leaves for other tools, as a shell and Node read it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { writeReadyFiles } from '../../infra/local/ready-files.ts';
import { temporaryFolder } from './running.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

test.each([
  '/home/ada/.muster/certificate.pem',
  '/home/Ada Lovelace/my data/certificate.pem',
  "/home/ada's/certificate.pem",
  '/home/ada/#1;&(x)/certificate.pem',
  '/home/ümläut/~/certificate.pem',
  'http://127.0.0.1:3000',
  '',
])('aws.env with %j', (value) => {
  writeReadyFiles(folder.path, 'Muster', {}, { VALUE: value, OTHER: 'x' });
  const file = join(folder.path, 'aws.env');
  expect(parseEnv(readFileSync(file, 'utf8'))).toEqual({ VALUE: value, OTHER: 'x' });
  const { stdout } = spawnSync('sh', ['-c', `set -a; . '${file}'; printf '%s|%s' "$VALUE" "$OTHER"`], {
    encoding: 'utf8',
  });
  expect(stdout).toBe(`${value}|x`);
});
