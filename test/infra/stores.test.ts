import { uploadPrefix } from '../../shared/domain/imports/option-files.ts';
import { directoryIndexes } from '../contract/dynoxide.ts';
import { contoso, plain, synthesized } from './synthesized.ts';

const { of } = synthesized({ ...contoso, importFileDays: 5 });
const named = (type: string) => of(type).map((resource) => [plain(resource.id), resource] as const);

describe('tables', () => {
  test.each(named('AWS::DynamoDB::GlobalTable'))(
    '%s can be restored, is encrypted, and outlives its stack',
    (_, table) => {
      const { Replicas, SSESpecification, BillingMode, TimeToLiveSpecification } = table.Properties;
      expect(Replicas).toEqual([
        expect.objectContaining({
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          DeletionProtectionEnabled: true,
        }),
      ]);
      expect(SSESpecification.SSEEnabled).toBe(true);
      expect(BillingMode).toBe('PAY_PER_REQUEST');
      expect(TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
      expect(table.DeletionPolicy).toBe('Retain');
    },
  );

  test('what is due, and what was changed, is found by indexes of keys only, people by one with what can be asked of them', () => {
    const indexes = of('AWS::DynamoDB::GlobalTable').flatMap(
      ({ Properties }) => Properties.GlobalSecondaryIndexes ?? [],
    );
    const keysOnly = (IndexName: string, partition: string, sort: string) => ({
      IndexName,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    });
    expect(indexes).toEqual([
      keysOnly('due', 'dueShard', 'dueAt'),
      keysOnly('audits', 'auditShard', 'auditAt'),
      keysOnly('actors', 'actorShard', 'auditAt'),
      {
        IndexName: 'people',
        KeySchema: [
          { AttributeName: 'listShard', KeyType: 'HASH' },
          { AttributeName: 'listName', KeyType: 'RANGE' },
        ],
        Projection: {
          ProjectionType: 'INCLUDE',
          NonKeyAttributes: [
            'userPrincipalName',
            'displayName',
            'department',
            'accountEnabled',
            'assignedLicenses',
            'mailbox',
          ],
        },
      },
    ]);
    // The tables of the contract tests are made by hand, and must be the same.
    expect(directoryIndexes).toEqual(indexes);
  });
});

describe('indexes, one an update', () => {
  const indexesAt = (indexes: unknown) =>
    synthesized(contoso, { context: { indexes } })
      .of('AWS::DynamoDB::GlobalTable')
      .flatMap(({ Properties }) =>
        (Properties.GlobalSecondaryIndexes ?? []).map((one: { IndexName: string }) => one.IndexName),
      );

  test('the first ones are made alone, and the table keeps its id and its keys', () => {
    const whole = of('AWS::DynamoDB::GlobalTable');
    expect(indexesAt('2')).toEqual(['due', 'audits']);
    const names = synthesized(contoso, { context: { indexes: 2 } }).of('AWS::DynamoDB::GlobalTable');
    expect(names.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  });

  test.each(['0', '5', 'all'])('%s of them is refused', (count) => {
    expect(() => indexesAt(count)).toThrow(`-c indexes=${count}: it is a number from 1 to 4.`);
  });
});

describe('tables that were restored', () => {
  const restored = synthesized({
    ...contoso,
    tables: { directory: 'Directory-restored', imports: 'Imports-restored' },
  });

  test('take the place of the own ones: every right and every function names them', () => {
    expect(restored.of('AWS::DynamoDB::GlobalTable')).toEqual([]);
    const variables = restored.of('AWS::Lambda::Function').flatMap(({ Properties }) => {
      const { DIRECTORY_TABLE, IMPORTS_TABLE } = Properties.Environment?.Variables ?? {};
      return [DIRECTORY_TABLE, IMPORTS_TABLE].filter((one) => one !== undefined);
    });
    expect(new Set(variables)).toEqual(new Set(['Directory-restored', 'Imports-restored']));
    const named = [...restored.text.matchAll(/:table\/([\w.-]+)/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(['Directory-restored', 'Imports-restored']));
  });

  test('come both or neither', () => {
    const one = { ...contoso, tables: { directory: 'Directory-restored' } } as never;
    expect(() => synthesized(one)).toThrow('tables.imports');
  });
});

describe('buckets', () => {
  test.each(named('AWS::S3::Bucket'))('%s is private, encrypted, versioned, TLS only and kept', (_, bucket) => {
    expect(bucket.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(bucket.DeletionPolicy).toBe('Retain');
    const policies = of('AWS::S3::BucketPolicy').filter(({ Properties }) => Properties.Bucket.Ref === bucket.id);
    expect(policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test.each([
    ['ImportFilesBucket', 5],
    ['ReportsBucket', 90],
    ['AccessLogsBucket', 365],
  ])('what is in %s is gone after %i days, its older versions too', (name, days) => {
    const bucket = of('AWS::S3::Bucket').find(({ id }) => plain(id) === name);
    expect(bucket?.Properties.LifecycleConfiguration.Rules).toEqual([
      {
        Status: 'Enabled',
        ExpirationInDays: days,
        NoncurrentVersionExpiration: { NoncurrentDays: days },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      },
    ]);
  });

  test.each(['ImportFilesBucket', 'ReportsBucket'])('accesses to %s are logged', (name) => {
    const bucket = of('AWS::S3::Bucket').find(({ id }) => plain(id) === name);
    expect(plain(bucket?.Properties.LoggingConfiguration.DestinationBucketName.Ref)).toBe('AccessLogsBucket');
  });

  test('nothing is put over what lies at the address of an upload (weakness 1)', () => {
    const statements = of('AWS::S3::BucketPolicy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const [statement, ...others] = statements.filter(({ Sid }: { Sid?: string }) => Sid === 'OneFileToAnAddress');
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:PutObject',
      Condition: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
    });
    expect(JSON.stringify(statement.Resource)).toContain(`/${uploadPrefix}*`);
  });

  test('pages of the API alone put files, by addresses that it signed, and read the ETag', () => {
    const open = of('AWS::S3::Bucket').filter(({ Properties }) => Properties.CorsConfiguration);
    expect(open.map(({ id }) => plain(id))).toEqual(['ImportFilesBucket']);
    const [rule, ...others] = open[0]?.Properties.CorsConfiguration.CorsRules ?? [];
    expect(others).toEqual([]);
    expect(rule).toEqual({
      AllowedMethods: ['PUT'],
      AllowedOrigins: [{ 'Fn::GetAtt': [of('AWS::ApiGatewayV2::Api')[0]?.id, 'ApiEndpoint'] }],
      AllowedHeaders: ['content-type', 'if-none-match'],
      ExposedHeaders: ['ETag'],
      MaxAge: 3600,
    });
  });

  test('only the import bucket tells EventBridge', () => {
    const telling = of('AWS::S3::Bucket').filter(({ Properties }) => Properties.NotificationConfiguration);
    expect(telling.map(({ id }) => plain(id))).toEqual(['ImportFilesBucket']);
    expect(telling[0]?.Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });
});

test('the sealing key rotates and is kept', () => {
  const [key] = of('AWS::KMS::Key');
  expect(key?.Properties.EnableKeyRotation).toBe(true);
  expect(key?.DeletionPolicy).toBe('Retain');
});

test('mails go to hosts that take them by TLS, and to no other (weakness 15)', () => {
  const sets = synthesized().of('AWS::SES::ConfigurationSet');
  expect(sets.map(({ Properties }) => Properties.DeliveryOptions)).toEqual([{ TlsPolicy: 'REQUIRE' }]);
});
