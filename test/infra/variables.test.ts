import { accessOf, accessTo } from '../../infra/parts/access.ts';
import type { NodeFunctionProps } from '../../infra/parts/node-function.ts';

const directory = accessTo('DIRECTORY_TABLE', 'Directory', () => []);
const imports = accessTo('IMPORTS_TABLE', 'Imports', () => []);
const settings = accessTo('SETTINGS', '{}', () => []);
type Needed = NodeFunctionProps<'DIRECTORY_TABLE' | 'SETTINGS'>['access'];

test('a forgotten or superfluous variable does not compile, which the type check holds', () => {
  const exact: Needed = accessOf(directory, settings);
  // @ts-expect-error SETTINGS is forgotten
  const forgotten: Needed = accessOf(directory);
  // @ts-expect-error IMPORTS_TABLE is superfluous: a right that nobody asked for
  const superfluous: Needed = accessOf(directory, settings, imports);
  // @ts-expect-error no such variable
  accessTo('DIRECTORY_TABEL', 'Directory', () => []);
  expect([exact, forgotten, superfluous]).toHaveLength(3);
});

test('parts are joined', () => {
  expect(accessOf(directory, settings).environment).toEqual({ DIRECTORY_TABLE: 'Directory', SETTINGS: '{}' });
});
