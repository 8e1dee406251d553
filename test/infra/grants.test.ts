import { rightsToItems } from '../rights/rights-to-items.ts';
import { bySmtp, contoso, plain, type Resource, synthesized } from './synthesized.ts';

/** A resource of a statement, shortened to the name of what it is about. */
// biome-ignore lint/suspicious/noExplicitAny: templates have no type
const nameOf = (resource: any): string => {
  if (typeof resource === 'string') return resource;
  if (resource['Fn::GetAtt']) return plain(resource['Fn::GetAtt'][0]);
  if (resource.Ref) return plain(resource.Ref);
  return resource['Fn::Join'][1]
    .map(nameOf)
    .join('')
    .replace(/^arn:AWS::Partition:|:AWS::Region:AWS::AccountId/g, '');
};

/** Each function's rights: resource to actions, without its own log and what its queue needs to hand it messages. */
const rightsIn = ({ of }: ReturnType<typeof synthesized>) =>
  Object.fromEntries(
    of('AWS::Lambda::Function').map(({ Properties }) => {
      const role = Properties.Role['Fn::GetAtt'][0];
      const policies = of('AWS::IAM::Policy').filter((policy) => policy.Properties.Roles[0].Ref === role);
      return [Properties.Description, rightsOf(policies)];
    }),
  );

const rightsOf = (policies: readonly Resource[]): Record<string, string> => {
  const rights = new Map<string, Set<string>>();
  for (const { Effect, Action, Resource } of policies.flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  )) {
    expect(Effect).toBe('Allow');
    for (const resource of [Resource].flat()) {
      const actions = [Action].flat().filter((action) => !consuming.has(action));
      const name = nameOf(resource);
      rights.set(name, new Set([...(rights.get(name) ?? []), ...actions]));
    }
  }
  return Object.fromEntries(
    [...rights]
      .filter(([, actions]) => actions.size > 0)
      .map(([name, actions]) => [name, [...actions].sort().join(' ')]),
  );
};

const consuming = new Set([
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'sqs:ReceiveMessage',
  'sqs:ChangeMessageVisibility',
  'sqs:GetQueueUrl',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
]);

const items = (...actions: string[]) => actions.map((action) => `dynamodb:${action}`).join(' ');
/** Of who may take somebody's role. */
const check = 'ConditionCheckItem';
const every = items('BatchGetItem', check, 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem');
const send = 'sqs:SendMessage';
const mail = {
  '*': 'ses:GetSendQuota',
  'ses:identity/accounts@contoso.com': 'ses:SendEmail',
  'ses:identity/contoso.com': 'ses:SendEmail',
};

test('each function may do what its work needs, and nothing else', () => {
  expect(rightsIn(synthesized())).toEqual({
    'authorize-request': { DirectoryTable: items('BatchGetItem', 'GetItem') },
    console: {},
    'create-user': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      CredentialsQueue: send,
    },
    'describe-api': {},
    'change-users': {
      DirectoryTable: items('BatchGetItem', check, 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      NoticesQueue: send,
      SweepsQueue: send,
    },
    'deleted-users': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      CredentialsQueue: send,
    },
    'read-users': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'Query'),
      'DirectoryTable/index/people': items('Query'),
      'DirectoryTable/index/due': items('Query'),
      ImportsTable: items('BatchGetItem', 'GetItem'),
    },
    'sign-in-page': { DirectoryTable: items('BatchGetItem', 'GetItem') },
    'assign-license': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      SweepsQueue: send,
    },
    'read-licences': { DirectoryTable: items('BatchGetItem', 'GetItem', 'Query') },
    'subscribed-skus': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'),
      SweepsQueue: send,
    },
    'directory-roles': {
      DirectoryTable: items('BatchGetItem', check, 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
      NoticesQueue: send,
    },
    'sign-in': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      NoticesQueue: send,
    },
    'reset-passwords': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PutItem'),
      CredentialsQueue: send,
      NoticesQueue: send,
    },
    'manage-applications': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
    },
    'issue-tokens': { DirectoryTable: items('BatchGetItem', 'GetItem', 'PutItem', 'UpdateItem') },
    'batch-requests': {},
    'manage-imports': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PutItem'),
      ImportsTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
      'ImportFilesBucket/imports/*': 's3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject',
      FilesQueue: send,
      SweepsQueue: send,
    },
    'read-imports': {
      DirectoryTable: items('BatchGetItem', 'GetItem'),
      ImportsTable: items('BatchGetItem', 'GetItem', 'Query'),
      'ReportsBucket/*': 's3:GetObject',
    },
    'directory-settings': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ImportsTable: items('BatchGetItem', 'GetItem', 'PutItem', 'Query'),
      SweepsQueue: send,
    },
    'read-audits': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'Query'),
      'DirectoryTable/index/audits': items('Query'),
      'DirectoryTable/index/actors': items('Query'),
      ImportsTable: items('BatchGetItem', 'GetItem', 'Query'),
    },
    'import-users': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ImportsTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ImportFilesBucket: 's3:ListBucket',
      'ImportFilesBucket/imports/*': 's3:DeleteObject s3:DeleteObjectVersion',
      'ImportFilesBucket/*': 's3:GetObject s3:GetObjectVersion',
      'ReportsBucket/*': 's3:PutObject',
      FilesQueue: send,
      RowsQueue: send,
      NoticesQueue: send,
      SweepsQueue: send,
      SealingKey: 'kms:GenerateDataKey',
    },
    'provision-users': {
      DirectoryTable: items('BatchGetItem', check, 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ImportsTable: items('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      FilesQueue: send,
      CredentialsQueue: send,
      SealingKey: 'kms:Decrypt',
    },
    'record-deliveries': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PartiQLUpdate', 'PutItem'),
      NoticesQueue: send,
    },
    'send-credentials': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PartiQLUpdate', 'PutItem', 'Query'),
      'ses:configuration-set/MailConfigurationSet': 'ses:SendEmail',
      CredentialsQueue: send,
      ...mail,
    },
    'send-notices': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PartiQLUpdate', 'PutItem', 'Query'),
      ImportsTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
      'ses:configuration-set/MailConfigurationSet': 'ses:SendEmail',
      NoticesQueue: send,
      ...mail,
    },
    'enforce-policies': {
      DirectoryTable: every,
      'DirectoryTable/index/due': items('Query'),
      'DirectoryTable/index/people': items('Query'),
      ImportsTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
      FilesQueue: send,
      CredentialsQueue: send,
      NoticesQueue: send,
      SweepsQueue: send,
    },
  });
});

/** Partition keys by function, table or index, and action, as the conditions of its statements name them. */
const { keysOf, statements } = rightsToItems(synthesized());
const who = (action: string, pattern: string) =>
  Object.keys(keysOf)
    .filter((name) => Object.values(keysOf[name] ?? {}).some((by) => by[action]?.includes(pattern)))
    .sort();

test('each right to items is for named partitions alone, and for no request that names none (weakness 6)', () => {
  expect(statements.length).toBeGreaterThan(80);
  for (const { Condition } of statements) {
    expect(Condition).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': expect.anything() },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    for (const pattern of [Condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []].flat())
      expect(pattern).toMatch(/^[A-Z]+(#[*])?$/);
  }
});

test('tokens are put by who signs in and by who issues them, and read by who resolves them (weakness 6)', () => {
  expect(who('PutItem', 'TOKEN#*')).toEqual(['issue-tokens', 'sign-in']);
  expect(who('DeleteItem', 'TOKEN#*')).toEqual(['sign-in']);
  // To end one's own, and to look up whom an import acts for.
  const others = ['enforce-policies', 'import-users', 'provision-users', 'sign-in'];
  expect(who('GetItem', 'TOKEN#*')).toEqual(['authorize-request', ...others]);
  for (const action of ['UpdateItem', 'Query', 'PartiQLUpdate']) expect(who(action, 'TOKEN#*')).toEqual([]);
});

test('codes that begin a session are taken by who signs in, and made by no function', () => {
  for (const action of ['PutItem', 'UpdateItem', 'PartiQLUpdate', 'Query']) expect(who(action, 'CODE#*')).toEqual([]);
  for (const action of ['GetItem', 'DeleteItem']) expect(who(action, 'CODE#*')).toEqual(['sign-in']);
});

test('claims on keys of other systems are written by those who add and change people, and looked through by lists and full runs alone', () => {
  const changing = ['change-users', 'provision-users'];
  expect(who('PutItem', 'KEY#*')).toEqual([...changing, 'create-user', 'deleted-users', 'enforce-policies'].toSorted());
  // Who is purged gives up the anchor that the deleted keep.
  expect(who('DeleteItem', 'KEY#*')).toEqual([...changing, 'deleted-users', 'enforce-policies'].toSorted());
  expect(who('Query', 'KEY#*')).toEqual(['import-users', 'read-users']);
  for (const action of ['UpdateItem', 'PartiQLUpdate']) expect(who(action, 'KEY#*')).toEqual([]);
  // What a function of settings may remove is templates: nothing of what is set, and nobody.
  expect(who('DeleteItem', 'TEMPLATES')).toEqual(['directory-settings']);
  expect(who('DeleteItem', 'SETTINGS')).toEqual([]);
});

test('whose an import is says who is asked for it, and of files in the bucket who takes them (weakness 6)', () => {
  expect(who('PutItem', 'OWNER#*')).toEqual(['manage-imports']);
  expect(who('PutItem', 'BUCKET#*')).toEqual(['import-users']);
  for (const key of ['OWNER#*', 'BUCKET#*'])
    for (const action of ['UpdateItem', 'DeleteItem', 'PartiQLUpdate']) expect(who(action, key)).toEqual([]);
});

test('roles are given by three functions (weakness 6)', () => {
  expect(who('PutItem', 'ROLE#*')).toEqual(['create-user', 'directory-roles', 'provision-users']);
  for (const action of ['UpdateItem', 'PartiQLUpdate']) expect(who(action, 'ROLE#*')).toEqual([]);
});

test('an audit entry that was put is neither updated nor deleted by anybody (weakness 6)', () => {
  expect(who('PutItem', 'AUDIT#*').length).toBeGreaterThan(10);
  for (const action of ['UpdateItem', 'DeleteItem', 'PartiQLUpdate']) expect(who(action, 'AUDIT#*')).toEqual([]);
});

test('settings and applications are written by one function each (weakness 6)', () => {
  expect(who('PutItem', 'SETTINGS')).toEqual(['directory-settings']);
  expect(who('PutItem', 'APPLICATION#*')).toEqual(['manage-applications']);
});

test('who answers strangers may read the settings alone of the directory', () => {
  expect(keysOf['sign-in-page']).toEqual({
    DirectoryTable: { BatchGetItem: ['SETTINGS'], GetItem: ['SETTINGS'] },
  });
});

test('the policies of a role are shorter than the 10,240 characters that IAM takes', () => {
  const { of } = synthesized();
  for (const role of of('AWS::IAM::Role')) {
    const own = of('AWS::IAM::Policy').filter(({ Properties }) => Properties.Roles[0].Ref === role.id);
    const text = JSON.stringify(own.map(({ Properties }) => Properties.PolicyDocument));
    expect([role.id, text.length < 8_000]).toEqual([role.id, true]);
  }
});

test('mail leaves as the sender alone, under whichever identity was verified (weakness 6) (mistake 12)', () => {
  const below = { ...contoso, organisation: { ...contoso.organisation, senderMail: 'accounts@mail.contoso.com' } };
  const { of } = synthesized(below);
  const sending = of('AWS::IAM::Policy')
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => Action === 'ses:SendEmail');
  const identities = sending
    .flatMap(({ Resource }) => [Resource].flat().map(nameOf))
    .filter((name) => /identity/.test(name));
  expect([...new Set(identities)].sort()).toEqual(
    ['accounts@mail.contoso.com', 'contoso.com', 'mail.contoso.com'].map((name) => `ses:identity/${name}`),
  );
  for (const { Condition } of sending)
    expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'accounts@mail.contoso.com' } });
});

test('with an SMTP server, the senders may read its password instead', () => {
  const { 'send-credentials': credentials, 'send-notices': notices } = rightsIn(synthesized(bySmtp));
  for (const rights of [credentials, notices]) {
    expect(rights).toMatchObject({ 'secretsmanager:secret:muster/smtp-??????': 'secretsmanager:GetSecretValue' });
    expect(JSON.stringify(rights)).not.toContain('ses:');
  }
});

test('no policy of a role is about everything, but for the account’s mail quota, and none is managed by AWS', () => {
  const { of } = synthesized();
  const everything = of('AWS::IAM::Policy').flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.filter(({ Resource }: { Resource: unknown }) =>
      [Resource].flat().includes('*'),
    ),
  );
  const quota = { Action: 'ses:GetSendQuota', Effect: 'Allow', Resource: '*' };
  expect(everything).toEqual([quota, quota]);
  expect(of('AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns)).toEqual([]);
});
