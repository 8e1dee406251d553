/** Which Node runs Muster's programs: plain JavaScript, which every Node reads. */

/** The first that has all: TypeScript as it stands (22.18), node:sqlite (22.5), trust that is added while it runs. */
const oldest = [24, 5];

/** One sentence with what to do where this Node is too old; undefined where it is not. */
export const nodeFault = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isTooOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  if (!isTooOld) return undefined;
  return (
    `Muster needs Node ${oldest.join('.')} or newer and this is ${process.versions.node}: \`npm install\` brings its own, ` +
    'unless install scripts are switched off (`npm config get ignore-scripts`); then install Node 24 yourself.'
  );
};

/** What a program says where its packages are not installed; undefined for every other error. */
export const packageFault = (error) =>
  error?.code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package/.test(error.message)
    ? 'The packages of Muster are not all here: run `npm install` in its folder, then try again.'
    : undefined;
