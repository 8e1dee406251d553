import { bySmtp, plain, type Resource, synthesized } from './synthesized.ts';

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
const every = items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem');
const send = 'sqs:SendMessage';
const mail = {
  '*': 'ses:GetSendQuota',
  'ses:identity/accounts@contoso.com': 'ses:SendEmail',
  'ses:identity/contoso.com': 'ses:SendEmail',
};

test('each function may do what its work needs, and nothing else', () => {
  expect(rightsIn(synthesized())).toEqual({
    'authorize-request': { DirectoryTable: items('BatchGetItem', 'GetItem') },
    'create-user': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      CredentialsQueue: send,
    },
    'describe-api': {},
    'change-users': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'),
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
    },
    'sign-in-page': { DirectoryTable: items('GetItem') },
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
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    },
    'sign-in': { DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem') },
    'reset-passwords': { DirectoryTable: items('BatchGetItem', 'GetItem', 'PutItem'), CredentialsQueue: send },
    'manage-applications': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'),
    },
    'issue-tokens': { DirectoryTable: items('GetItem', 'PutItem', 'UpdateItem') },
    'batch-requests': {},
    'manage-imports': {
      ImportsTable: items('DeleteItem', 'GetItem', 'PutItem', 'Query'),
      'ImportFilesBucket/imports/*': 's3:PutObject',
      FilesQueue: send,
      SweepsQueue: send,
    },
    'read-imports': {
      DirectoryTable: items('BatchGetItem', 'GetItem'),
      ImportsTable: items('BatchGetItem', 'GetItem', 'Query'),
      'ReportsBucket/*': 's3:GetObject',
    },
    'directory-settings': { DirectoryTable: items('GetItem', 'PutItem'), SweepsQueue: send },
    'read-audits': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'Query'),
      'DirectoryTable/index/audits': items('Query'),
      'DirectoryTable/index/actors': items('Query'),
    },
    'import-users': {
      DirectoryTable: items('BatchGetItem', 'GetItem', 'Query', 'UpdateItem'),
      ImportsTable: items('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ImportFilesBucket: 's3:ListBucket',
      'ImportFilesBucket/*': 's3:GetObject s3:GetObjectVersion',
      'ReportsBucket/*': 's3:AbortMultipartUpload s3:PutObject',
      FilesQueue: send,
      RowsQueue: send,
      NoticesQueue: send,
      SweepsQueue: send,
      SealingKey: 'kms:GenerateDataKey',
    },
    'provision-users': {
      DirectoryTable: items('BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ImportsTable: items('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
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
      ImportsTable: items('DeleteItem', 'GetItem', 'PutItem', 'Query'),
      NoticesQueue: send,
      ...mail,
    },
    'enforce-policies': {
      DirectoryTable: every,
      'DirectoryTable/index/due': items('Query'),
      ImportsTable: items('GetItem', 'PutItem', 'Query'),
      FilesQueue: send,
      CredentialsQueue: send,
      NoticesQueue: send,
      SweepsQueue: send,
    },
  });
});

test('who answers strangers may read the settings alone of the directory', () => {
  const { of } = synthesized();
  const page = of('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === 'sign-in-page');
  const role = page?.Properties.Role['Fn::GetAtt'][0];
  const statements = of('AWS::IAM::Policy')
    .filter(({ Properties }) => Properties.Roles[0].Ref === role)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  expect(statements.filter(({ Action }) => Action === 'dynamodb:GetItem')).toEqual([
    expect.objectContaining({ Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['SETTINGS'] } } }),
  ]);
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
