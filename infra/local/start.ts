/** `npm start`: checks that this Node can run what follows, then hands over. */

const oldest = 24;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `Muster needs Node ${oldest} or newer and this is ${process.versions.node}: use \`npm start\`, which brings its own after \`npm install\`.`,
  );
  process.exitCode = 1;
} else {
  // The data folder holds passwords and what is known of people: whatever is made in it, by whichever service, is its
  // owner's alone.
  process.umask(0o077);
  // As in Lambda, so that nothing comes to depend on where this machine stands.
  process.env.TZ = 'UTC';
  const { runCommand } = await import('./command/command.ts');
  await runCommand(process.argv);
}
