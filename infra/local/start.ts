/** `npm start`, behind clients/launch.mjs, which says so where this Node cannot run what follows. */
import { outliveReader } from '../../clients/closed-pipe.ts';

// The data folder holds passwords and what is known of people: whatever is made in it, by whichever service, is its
// owner's alone.
process.umask(0o077);
// As in Lambda, so that nothing comes to depend on where this machine stands.
process.env.TZ = 'UTC';
// As by Ctrl-C.
outliveReader(() => process.kill(process.pid, 'SIGTERM'));
const { runCommand } = await import('./command/command.ts');
await runCommand(process.argv);
