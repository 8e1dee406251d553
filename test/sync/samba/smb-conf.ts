/** What a controller of the tests is told: LDAP alone, at an address of its own, with everything in one folder. */
import { join } from 'node:path';

/** Of the accounts svc-muster, which may do what the documentation grants, and svc-plain, which may do nothing more. */
export const agentPassword = 'Agent!Passw0rd1';
/** Who changes the directory in the tests. */
export const administrator = { account: 'administrator@corp.local', password: 'Passw0rd!Dc1' };

/** smb.conf. Ports cannot be chosen, addresses can. */
export const smbConf = (folder: string, address: string): string => {
  const at = (name: string) => join(folder, name);
  return `[global]
netbios name = DC1
realm = CORP.LOCAL
workgroup = CORP
server role = active directory domain controller
server services = ldap
interfaces = ${address}/8
bind interfaces only = yes
private dir = ${at('private')}
lock directory = ${at('lock')}
state directory = ${at('state')}
cache directory = ${at('cache')}
pid directory = ${at('pid')}
ncalrpc dir = ${at('ncalrpc')}
log file = ${at('log')}
tls enabled = yes
tls keyfile = ${at('private/tls/key.pem')}
tls certfile = ${at('private/tls/cert.pem')}
tls cafile = ${at('private/tls/ca.pem')}
`;
};
