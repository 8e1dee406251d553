/** The engine in a process of its own, for tests that kill it. Arguments: assembly, data folder. Says where it is. */
import { startEngine } from '../../infra/local/engine.ts';

const [assembly = '', dataFolder = ''] = process.argv.slice(2);
const { url, outputs, environment, stop } = await startEngine({ assembly, dataFolder, port: 0 });
process.once('SIGTERM', stop);
console.log(JSON.stringify({ url, outputs, environment }));
