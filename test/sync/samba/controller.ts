/** A domain controller of a test's own: a copy of the template, at an address of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Directory } from '../../../clients/sync/directory/connection.ts';
import { makeCertificate } from './certificate.ts';
import { administrator, agentPassword, smbConf } from './smb-conf.ts';
import { sambaTemplate } from './template.ts';

/** A running controller. */
export type Controller = {
  address: string;
  url: string;
  folder: string;
  authority: string;
  caFile: string;
  process: () => ChildProcess;
  /** The agent's own connection, as one of both accounts. */
  connect: (account?: 'svc-muster' | 'svc-plain') => Promise<Directory>;
  /** How somebody of the domain's administrators signs in. */
  asAdministrator: { url: string; ca: string; account: string; password: string };
  /** Ends the process; `start` goes on with what is in the folder. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

/** A free address of 127.0.0.0/8: ports of a controller cannot be chosen. */
const freshAddress = (): string => `127.${randomInt(64, 127)}.${randomInt(1, 255)}.${randomInt(2, 255)}`;

/** Starts one. Its certificate is of its address and of dc1.corp.local. */
export const startController = async (): Promise<Controller> => {
  const template = sambaTemplate();
  const folder = mkdtempSync(join(tmpdir(), 'muster-dc-'));
  execFileSync('cp', ['-a', '--reflink=auto', `${template}/.`, folder]);
  const address = freshAddress();
  const tls = join(folder, 'private', 'tls');
  mkdirSync(tls, { recursive: true, mode: 0o700 });
  makeCertificate(tls, [`IP:${address}`, 'DNS:dc1.corp.local']);
  writeFileSync(join(folder, 'etc', 'smb.conf'), smbConf(folder, address));
  for (const name of ['lock', 'state', 'cache', 'pid', 'ncalrpc']) mkdirSync(join(folder, name), { recursive: true });
  const caFile = join(tls, 'ca.pem');
  const [authority, url] = [readFileSync(caFile, 'utf8'), `ldaps://${address}`];

  let child: ChildProcess | undefined;
  const start = async () => {
    child = run(folder);
    await listening(address, child);
  };
  const stop = async () => {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    const impatient = setTimeout(() => running.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(impatient);
  };
  await start();
  return {
    ...{ address, url, folder, authority, caFile, start, stop },
    process: () => child as ChildProcess,
    connect: (account = 'svc-muster') =>
      connect({
        ...{ controllers: [url], account: `${account}@corp.local`, password: agentPassword, authority },
        ...{ timeoutSeconds: 120, connectTimeoutSeconds: 10 },
      }),
    asAdministrator: { url, ca: authority, ...administrator },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Gives one that is stopped another invocationId, as restoring it from a backup does. */
export const makeOtherInstance = ({ folder }: Pick<Controller, 'folder'>): void => {
  const files = [join(folder, 'etc', 'smb.conf'), join(folder, 'private', 'sam.ldb')];
  // Samba's modules are those of the system's Python.
  execFileSync('/usr/bin/python3', [join(import.meta.dirname, 'other-instance.py'), ...files], { stdio: 'pipe' });
};

/** One process, in the foreground, that syncs nothing to the disk. */
const run = (folder: string): ChildProcess => {
  const args = ['-s', join(folder, 'etc', 'smb.conf'), '-F', '--no-process-group', '-M', 'single', '--debug-stdout'];
  const child = spawn('eatmydata', ['samba', ...args], { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
};

const listening = async (address: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`samba ended with ${child.exitCode}`);
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connectTcp(636, address, () => {
        socket.destroy();
        resolve(true);
      }).once('error', () => resolve(false));
    });
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error('samba does not listen');
};
