/** The PowerShell module against the description of the API. No PowerShell runs here: it is parsed, and its requests are read. */
import { readdirSync } from 'node:fs';
import { openApi } from '../../../shared/graph/reference/openapi.ts';
import { held } from '../muster/held-request.ts';
import { bodyNames, type Command, type Parsed, parseFile, parseText, valuesOf } from './read-module.ts';

const file = 'clients/powershell/Muster.psm1';
const examples = 'clients/powershell/examples';

type Schema = { properties?: Record<string, unknown>; required?: string[] };
type Operation = { requestBody?: { content: Record<string, { schema: { $ref: string } }> } };
const document = openApi('https://host') as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const bodySchemaOf = (route: string): Schema | undefined => {
  const [method = '', path = ''] = route.split(' ');
  const content = Object.values(document.paths[path]?.[method.toLowerCase()]?.requestBody?.content ?? {})[0];
  return content && document.components.schemas[content.schema.$ref.split('/').at(-1) ?? ''];
};

let parsed: Parsed;
beforeAll(async () => {
  parsed = await parseFile(file);
});

const named = (name: string) => parsed.functions.find((one) => one.name === name)?.text ?? '';

/** Requests by function; the two that make them are left out. */
const requests = () =>
  parsed.functions
    .filter(({ name }) => !['Invoke-MusterRequest', 'Get-MusterPage'].includes(name))
    .flatMap(({ name, text, commands }) =>
      commands
        .filter((command) => ['Invoke-MusterRequest', 'Get-MusterPage', 'Invoke-RestMethod'].includes(command.name))
        .map((command) => ({ of: name, text, command })),
    );

const methodOf = ({ parameters }: Command): string => (parameters.Method ?? "'GET'").slice(1, -1);

test('it is PowerShell, as far as a parser knows, and so are the examples', async () => {
  expect(parsed.faultyLines).toEqual([]);
  for (const name of readdirSync(examples))
    expect([name, (await parseFile(`${examples}/${name}`)).faultyLines]).toEqual([name, []]);
  expect((await parseText('function A { if ($x { } }')).faultyLines).not.toEqual([]);
});

test('every request is one that the API takes, with a body of its properties', () => {
  const faults: string[] = [];
  const routes = new Set<string>();
  for (const { of, text, command } of requests()) {
    if (command.parameters.Uri?.startsWith('$Upload')) continue;
    const path = command.parameters.Path ?? command.parameters.Uri?.replace(/^"\$\w+|"$/g, '') ?? '';
    for (const each of path.startsWith('/') ? [path] : valuesOf(path, text)) {
      const { route } = held({ method: methodOf(command), path: each });
      if (route === '') faults.push(`${of}: there is no ${methodOf(command)} ${each}`);
      routes.add(route);
      const names = bodyNames(command.parameters.Body, text);
      const schema = bodySchemaOf(route);
      if (names === undefined) continue;
      faults.push(
        ...names.filter((name) => !schema?.properties?.[name]).map((name) => `${of}: ${route} takes no ${name}`),
      );
      if (names.length > 0)
        faults.push(
          ...(schema?.required ?? [])
            .filter((name) => !names.includes(name))
            .map((name) => `${of}: ${route} wants ${name}`),
        );
    }
  }
  expect(faults).toEqual([]);
  expect([...routes].sort()).toEqual([
    'DELETE /v1.0/users/{id}',
    'GET /v1.0/imports',
    'GET /v1.0/imports/{id}',
    'GET /v1.0/migrationBatches',
    'GET /v1.0/migrationBatches/{id}',
    'GET /v1.0/session',
    'GET /v1.0/subscribedSkus',
    'GET /v1.0/users',
    'GET /v1.0/users/{id}',
    'PATCH /v1.0/users/{id}',
    'POST /oauth2/v2.0/token',
    'POST /v1.0/directory/deletedItems/{id}/restore',
    'POST /v1.0/imports',
    'POST /v1.0/me/changePassword',
    'POST /v1.0/migrationBatches',
    'POST /v1.0/migrationBatches/{id}/complete',
    'POST /v1.0/migrationBatches/{id}/start',
    'POST /v1.0/migrationBatches/{id}/stop',
    'POST /v1.0/signIn',
    'POST /v1.0/users',
    'POST /v1.0/users/{id}/assignLicense',
    'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword',
  ]);
});

test('options of a query are those of the lists, and values those that an import takes', () => {
  const asked = [...named('Get-MusterUser').matchAll(/'(\$\w+)='/g)].map(([, name = '']) => name);
  expect(asked).toEqual(['$select', '$filter', '$top']);
  expect(held({ method: 'GET', path: `/v1.0/users?${asked.map((name) => `${name}=x`).join('&')}` }).faults).toEqual([]);
  const sets = [...named('Import-MusterFile').matchAll(/ValidateSet\(([^)]*)\)\] \[string\] \$(\w+)/g)];
  const names: Record<string, string> = { Existing: 'existingPeople', Seats: 'seatsShort', Credentials: 'credentials' };
  const bodies = sets.flatMap(([, values = '', name = '']) =>
    [...values.matchAll(/'(\w+)'/g)].map(([, value]) => ({ [names[name] ?? '']: value })),
  );
  expect(bodies.length).toBe(8);
  for (const body of bodies)
    expect(held({ method: 'POST', path: '/v1.0/imports', body: { fileName: 'people.csv', ...body } }).faults).toEqual(
      [],
    );
});

test('what a person has is what New-MusterUser and Set-MusterUser take', async () => {
  const { text } = { text: (await import('node:fs')).readFileSync(file, 'utf8') };
  const [, list = ''] = /\$script:UserProperties = @\(([^)]*)\)/.exec(text) ?? [];
  const properties = [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
  const graph = properties.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  for (const schema of ['NewUser', 'UserUpdate'])
    expect(graph.filter((name) => !document.components.schemas[schema]?.properties?.[name])).toEqual([]);
  for (const name of ['New-MusterUser', 'Set-MusterUser']) {
    const taken = [...named(name).matchAll(/\$([A-Z]\w+)[,\n]/g)].map(([, parameter]) => parameter);
    expect(properties.filter((property) => !taken.includes(property))).toEqual([]);
  }
});

test('every command that is told of is there, and the token goes to the API alone', () => {
  const exported = [
    ...[
      'Connect-Muster',
      'Get-MusterUser',
      'New-MusterUser',
      'Set-MusterUser',
      'Remove-MusterUser',
      'Restore-MusterUser',
    ],
    ...['Set-MusterUserLicense', 'Import-MusterFile', 'Get-MusterImport', 'New-MusterMigrationBatch'],
    ...['Get', 'Start', 'Stop', 'Complete'].map((verb) => `${verb}-MusterMigrationBatch`),
  ];
  expect(exported.filter((name) => named(name) === '')).toEqual([]);
  const upload = requests().find(({ command }) => command.parameters.Uri?.startsWith('$Upload'));
  expect(upload?.command.parameters.Headers).toBe('$signed');
  expect(upload?.text).not.toMatch(/\$signed\['Authorization'\]/);
});
