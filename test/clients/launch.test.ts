/** What npm's scripts begin with: which Node runs them, where the caller stands, and what is printed to nobody. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'muster-launch-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the launcher as npm does: in the package's folder, with the caller's in INIT_CWD. */
const launch = (options: string[], { caller = root, at = root, before = [] as string[] } = {}) =>
  spawnSync(process.execPath, [...before, 'clients/launch.mjs', ...options], {
    cwd: at,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, INIT_CWD: caller, MUSTER_TOKEN: 'token' },
  });

/** As if this Node were another one. */
const asNode = (version: string): string[] => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`];
};

test.each(['18.19.1', '20.20.2', '22.4.0', '22.18.0', '24.4.1'])(
  'Node %s is told of in one sentence, with what to do',
  (version) => {
    const { status, stdout, stderr } = launch(['infra/local/start.ts'], { before: asNode(version) });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^Muster needs Node 24\\.5 or newer and this is ${version}: .*npm install.*\n$`));
  },
);

test.each(['24.5.0', '25.0.0'])('Node %s runs it', (version) => {
  const { status, stdout } = launch(['infra/local/start.ts', '--version'], { before: asNode(version) });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});

test('the launcher itself is what the oldest Node reads', () => {
  // It names what only newer ones have nowhere but in a dynamic import.
  const importsOf = (file: string) =>
    [...readFileSync(file, 'utf8').matchAll(/^import .* from '(.*)'/gm)].map(([, name]) => name);
  expect(importsOf('clients/launch.mjs')).toEqual(['node:path', 'node:url', './node-version.mjs']);
  expect(importsOf('clients/node-version.mjs')).toEqual([]);
});

test('packages that are missing are told of in one sentence', () => {
  const at = join(folder, 'bare');
  mkdirSync(join(at, 'clients'), { recursive: true });
  for (const name of ['clients', 'infra', 'shared', 'package.json']) cpSync(name, join(at, name), { recursive: true });
  const { status, stderr } = launch(['infra/local/start.ts'], { at, caller: at });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^The packages of Muster .*npm install.*\n$/)]);
});

test('on Linux the engine begins in little memory, with its options, once; any other program as it is', () => {
  const names = ['infra/local/start.ts', 'bench/run.ts', 'infra/local/other.ts'];
  const programs = names.map((name) => join(folder, 'arenas', name));
  for (const program of programs) {
    mkdirSync(dirname(program), { recursive: true });
    writeFileSync(
      program,
      'console.log(process.env.MALLOC_ARENA_MAX, process.argv.slice(2), process.env.MUSTER_CALLER)',
    );
  }
  const said = programs.map((program) => launch([program, '--port', '0'], { caller: folder }).stdout);
  const arenas = process.platform === 'linux' ? '2' : 'undefined';
  expect(said).toEqual([
    `${arenas} [ '--port', '0' ] ${folder}\n`,
    `${arenas} [ '--port', '0' ] ${folder}\n`,
    `undefined [ '--port', '0' ] ${folder}\n`,
  ]);
});

describe('a relative path is the caller’s', () => {
  const caller = join(folder, 'caller');
  mkdirSync(caller);
  writeFileSync(join(caller, 'people.json'), '{}');
  writeFileSync(join(caller, 'broken.json'), '{');
  writeFileSync(join(caller, 'short.txt'), 'short');
  writeFileSync(join(caller, 'people.csv'), 'User Name\n');
  writeFileSync(join(caller, 'empty-outputs.json'), '{"Muster":{}}');

  test.each<[string, string[], RegExp]>([
    ['a file of npm start', ['infra/local/start.ts', 'people.json'], /people\.json is no .csv/],
    ['a file that is not there', ['infra/local/start.ts', 'no.csv'], /There is no file \/.*\/caller\/no\.csv/],
    ['--settings', ['infra/local/start.ts', '--settings', 'people.json', '--port', '0'], /organisation/],
    [
      '--data',
      ['infra/local/start.ts', '--port', '0', '--data', 'people.csv/x'],
      /The data folder .*\/caller\/people\.csv\/x cannot/,
    ],
    [
      'the file of an import',
      ['clients/import-file.ts', 'people.csv', '--url', 'http://127.0.0.1:9'],
      /does not answer/,
    ],
    [
      '--outputs of check',
      ['clients/check-state.ts', '--outputs', 'broken.json'],
      /caller\/broken\.json is no outputs file/,
    ],
    ['--settings of check', ['clients/check-state.ts', '--settings', 'broken.json'], /It is no JSON/],
    ['--secrets of check', ['clients/check-state.ts', '--secrets', 'short.txt'], /less than 8 characters/],
    [
      '--outputs of redrive',
      ['clients/redrive-messages.ts', '--outputs', 'empty-outputs.json'],
      /caller\/empty-outputs\.json names no queues/,
    ],
  ])('%s', (_what, options, sentence) => {
    const { status, stderr } = launch(options, { caller });
    expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)]);
  });

  test('outputs.json of the caller’s folder goes before that of the package', () => {
    writeFileSync(join(caller, 'outputs.json'), '{"Muster":{"ApiUrl":"http://127.0.0.1:9"}}');
    const { stderr } = launch(['clients/import-file.ts', 'people.csv'], { caller });
    expect(stderr).toMatch(/127\.0\.0\.1:9 does not answer/);
  });

  test('from the package’s own folder, paths are told as they were written', () => {
    const { stderr } = launch(['infra/local/start.ts', 'nobody.csv']);
    expect(stderr).toBe('There is no file nobody.csv; check the path.\n');
  });
});

test('every command that people start begins with it', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const name of ['start', 'import', 'check', 'redrive', 'token', 'bench', 'torture'])
    expect([name, scripts[name]]).toEqual([name, expect.stringMatching(/^node clients\/launch\.mjs [\w/-]+\.ts$/)]);
});

/** Runs a program whose reader is gone before it prints anything. */
const withoutReader = async (program: string, options: string[]): Promise<[number | null, string]> => {
  const child = spawn(process.execPath, [resolve(program), ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let complained = '';
  child.stderr.on('data', (piece) => {
    complained += piece;
  });
  return [await new Promise((done) => child.once('close', done)), complained];
};

describe('nobody reads what is printed', () => {
  const printing = join(folder, 'printing.ts');
  const pipe = JSON.stringify(resolve('clients/closed-pipe.ts'));
  const lines = 'for (let line = 0; line < 5000; line++) console.log("x".repeat(100));';
  writeFileSync(
    printing,
    `import { outliveReader } from ${pipe};\noutliveReader();\n${lines}\nawait new Promise((done) => setTimeout(done, 200));\nprocess.exitCode = 7;\n`,
  );

  test('nothing is said of it, and the work comes to its end with its own exit code', async () => {
    expect(await withoutReader(printing, [])).toEqual([7, '']);
  });

  test.each([
    ['clients/mint-token.ts', '--help'],
    ['clients/check-state.ts', '--help'],
    ['clients/redrive-messages.ts', '--help'],
    ['clients/import-file.ts', '--help'],
    ['infra/local/start.ts', '--help'],
  ])('%s %s', async (program, option) => {
    const [, complained] = await withoutReader(program, [option]);
    expect(complained).toBe('');
  });

  test('npm start ends as by Ctrl-C', async () => {
    const options = ['--port', '0', '--data', join(folder, 'data'), '--settings', resolve('infra/settings/local.json')];
    const [, complained] = await withoutReader('infra/local/start.ts', options);
    expect(complained).toBe('');
  }, 60_000);
});
