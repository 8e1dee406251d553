/**
 * The logical ids of what keeps something. CloudFormation takes a resource of another id for a new one: people would
 * find an empty table, and their scripts another address. Add to this list; never change it to suit a change.
 */
import { bySmtp, contoso, plain, type Resource, synthesized } from './synthesized.ts';

const frozen = {
  'AWS::DynamoDB::GlobalTable': ['DirectoryTableD64E6930', 'ImportsTableB0B54AC4'],
  'AWS::S3::Bucket': ['AccessLogsBucketCD784A59', 'ImportFilesBucketE8DFAE14', 'ReportsBucket95FE29A2'],
  'AWS::KMS::Key': ['SealingKeyD4EEC9D8'],
  'AWS::SQS::Queue': [
    'CredentialsDeadLetters4078B059',
    'CredentialsQueueDE7FA387',
    'DeliveriesDeadLetters27691B20',
    'DeliveriesQueue99C7B338',
    'FilesDeadLetters309A4A8B',
    'FilesQueueA4BC72F9',
    'NoticesDeadLetters9751A95B',
    'NoticesQueue8F17BA1B',
    'RowsDeadLetters6B307893',
    'RowsQueue9DCF8A63',
    'SweepsDeadLettersB3A07987',
    'SweepsQueue6B20BEE7',
  ],
  'AWS::ApiGatewayV2::Api': ['HttpApi9292168F'],
  'AWS::ApiGatewayV2::Stage': ['HttpApiStageCEBE8DDB'],
};

/** An id is made of the construct's path: the API's, and the route's key. */
const routeId = ({ Properties }: Resource) => `HttpApi${Properties.RouteKey.replace(/[^A-Za-z0-9]/g, '')}`;

describe.each([
  ['SES', contoso, 'eu-west-1'],
  ['SMTP', bySmtp, 'cn-north-1'],
])('with %s', (_, settings, region) => {
  const { of } = synthesized(settings, { region });

  test.each(Object.entries(frozen))('each %s is the one that it was', (type, ids) => {
    expect(
      of(type)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
  });

  test('a route keeps its id: of another, API Gateway would refuse it beside the one that is there', () => {
    const routes = of('AWS::ApiGatewayV2::Route');
    expect(routes.map(({ id }) => plain(id))).toEqual(routes.map(routeId));
    expect(routes.map(({ id }) => id)).toContain('HttpApiPOSTv10usersB611CE55');
  });
});
