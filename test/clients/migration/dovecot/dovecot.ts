/** A real server of IMAP for the tests: dovecot in the foreground, with everything in one folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../free-port.ts';
import { makeCertificate } from '../../../sync/samba/certificate.ts';

const dovecot = '/usr/sbin/dovecot';

/** Somebody with a mailbox: messages of so many bytes, by folder (INBOX is called ''). */
export type Owner = { user: string; password: string; mail?: Readonly<Record<string, readonly number[]>> };

/** An administrator, who signs in for anybody (`user*master`), whether there is such a user or not. */
export const master = { user: 'master', password: 'Geheim-master' };

/** A running server. Its certificate is of localhost and 127.0.0.1, it listens at 127.0.0.2 as well. */
export type Dovecot = { port: number; startTlsPort: number; caFile: string; stop: () => Promise<void> };

/** Tests that need a real server; where none is installed they are skipped and say so, in CI they fail. */
export const describeWithDovecot = (name: string, tests: () => void): void => {
  if (existsSync(dovecot) || process.env.CI) describe(name, tests);
  else describe.skip(`${name} (skipped: install dovecot-imapd and openssl)`, tests);
};

/** Starts one. `delays`: it makes whoever failed before wait, and all others of that address with them. */
export const startDovecot = async (owners: readonly Owner[], { delays = false } = {}): Promise<Dovecot> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-dovecot-'));
  chmodSync(folder, 0o755);
  makeCertificate(folder, ['DNS:localhost', 'IP:127.0.0.1']);
  const [port, startTlsPort] = [await freePort(), await freePort()];
  const conf = join(folder, 'dovecot.conf');
  writeFileSync(conf, confOf(folder, { port, startTlsPort, delays }));
  writeFileSync(join(folder, 'users'), owners.map(({ user, password }) => `${user}:{PLAIN}${password}\n`).join(''));
  writeFileSync(join(folder, 'masters'), `${master.user}:{PLAIN}${master.password}\n`);
  for (const owner of owners) putMail(join(folder, 'mail', owner.user), owner.mail ?? {});
  mkdirSync(join(folder, 'mail'), { recursive: true });
  if (isRoot) execFileSync('chown', ['-R', 'mail', join(folder, 'mail')]);
  const child = spawn(dovecot, ['-F', '-c', conf], { stdio: ['ignore', 'ignore', 'inherit'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  await listening(port, child);
  return {
    ...{ port, startTlsPort, caFile: join(folder, 'ca.pem') },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGTERM')) await ended;
      process.removeListener('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const isRoot = process.getuid?.() === 0;

const confOf = (
  folder: string,
  { port, startTlsPort, delays }: { port: number; startTlsPort: number; delays: boolean },
): string => {
  const { username } = userInfo();
  return `
protocols = imap
listen = 127.0.0.1, 127.0.0.2
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = required
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
${isRoot ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`}
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
auth_master_user_separator = *
passdb {
  driver = passwd-file
  master = yes
  args = ${folder}/masters
}
userdb {
  driver = static
  args = uid=${isRoot ? 'mail' : username} gid=${isRoot ? 'mail' : userInfo().gid}
}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${startTlsPort}
  }
  inet_listener imaps {
    port = ${port}
  }
}
${delays ? '' : 'auth_failure_delay = 0\nservice anvil {\n  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n}'}
`;
};

const putMail = (folder: string, mail: Readonly<Record<string, readonly number[]>>): void => {
  for (const [name, sizes] of Object.entries(mail)) {
    const box = join(folder, name === '' ? '' : `.${name}`);
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(box, part), { recursive: true });
    const beginning = 'Subject: hello\r\n\r\n';
    for (const [at, size] of sizes.entries())
      writeFileSync(join(box, 'cur', `${at}.tests:2,S`), `${beginning}${'x'.repeat(size - beginning.length - 2)}\r\n`);
  }
};

const listening = async (port: number, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) throw new Error(`dovecot ended with ${child.exitCode}`);
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connectTcp(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      }).once('error', () => resolve(false));
    });
    if (isOpen) return;
    await sleep(25);
  }
  throw new Error('dovecot does not listen');
};
