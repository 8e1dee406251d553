/** A provisioned domain, made once and kept below node_modules/.cache, which every controller of the tests is a copy of. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agentPassword, smbConf } from './smb-conf.ts';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/samba', import.meta.url));
const prepare = fileURLToPath(new URL('prepare.py', import.meta.url));
const samba = '/usr/sbin/samba';

/** Whether a domain controller can be started here. */
export const hasSamba = (): boolean => existsSync(samba);

/** Of what the template is made: when one of them changes it is made anew. */
const nameOf = (): string => {
  const version = execFileSync(samba, ['--version'], { encoding: 'utf8' });
  const hash = createHash('sha256').update(version);
  for (const file of [prepare, fileURLToPath(import.meta.url)]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

/** The folder of the template. Several may make it at once: the first that is ready counts. */
export const sambaTemplate = (): string => {
  const ready = join(cache, nameOf());
  if (existsSync(ready)) return ready;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, 'making-'));
  provision(making);
  try {
    renameSync(making, ready);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(ready)) throw error;
  }
  return ready;
};

const provision = (folder: string): void => {
  const run = (command: string, ...args: string[]) =>
    execFileSync('eatmydata', [command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  run(
    'samba-tool',
    ...[
      'domain',
      'provision',
      '-q',
      `--targetdir=${folder}`,
      '--realm=CORP.LOCAL',
      '--domain=CORP',
      '--server-role=dc',
    ],
    ...['--dns-backend=NONE', '--host-name=dc1', '--host-ip=127.0.0.10', '--adminpass=Passw0rd!Dc1'],
  );
  const conf = join(folder, 'etc', 'smb.conf');
  writeFileSync(conf, smbConf(folder, '127.0.0.10'));
  const database = join(folder, 'private', 'sam.ldb');
  for (const name of ['svc-muster', 'svc-plain'])
    run('samba-tool', 'user', 'create', name, agentPassword, '-H', database, `--configfile=${conf}`);
  // Samba's modules are those of the system's Python.
  run('/usr/bin/python3', prepare, conf, database);
};
