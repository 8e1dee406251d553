import { plain, synthesized } from './synthesized.ts';

const { of, outputs } = synthesized();
const integrations = new Map(of('AWS::ApiGatewayV2::Integration').map((resource) => [resource.id, resource]));

test('each route has its function', () => {
  const routes = of('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
    const integration = integrations.get(Properties.Target['Fn::Join'][1].at(-1).Ref);
    return [Properties.RouteKey, plain(integration?.Properties.IntegrationUri['Fn::GetAtt'][0])];
  });
  expect(Object.fromEntries(routes)).toEqual({
    'POST /v1.0/users': 'CreateUserHandlerFunction',
    'GET /v1.0/users': 'ReadUsersHandlerFunction',
    'GET /v1.0/users/{id}': 'ReadUsersHandlerFunction',
    'POST /v1.0/users/{id}/assignLicense': 'AssignLicenseHandlerFunction',
    'GET /v1.0/subscribedSkus': 'SubscribedSkusHandlerFunction',
    'PUT /v1.0/subscribedSkus/{skuId}': 'SubscribedSkusHandlerFunction',
    'GET /v1.0/applications': 'ManageApplicationsHandlerFunction',
    'POST /v1.0/applications': 'ManageApplicationsHandlerFunction',
    'GET /v1.0/applications/{id}': 'ManageApplicationsHandlerFunction',
    'PATCH /v1.0/applications/{id}': 'ManageApplicationsHandlerFunction',
    'DELETE /v1.0/applications/{id}': 'ManageApplicationsHandlerFunction',
    'POST /v1.0/applications/{id}/addPassword': 'ManageApplicationsHandlerFunction',
    'POST /v1.0/applications/{id}/removePassword': 'ManageApplicationsHandlerFunction',
    'POST /oauth2/v2.0/token': 'IssueTokensHandlerFunction',
    'POST /{tenant}/oauth2/v2.0/token': 'IssueTokensHandlerFunction',
    'GET /.well-known/oauth-authorization-server': 'IssueTokensHandlerFunction',
    'GET /.well-known/openid-configuration': 'IssueTokensHandlerFunction',
    'POST /v1.0/$batch': 'BatchRequestsHandlerFunction',
    'GET /v1.0/imports': 'ReadImportsHandlerFunction',
    'GET /v1.0/imports/{id}': 'ReadImportsHandlerFunction',
    'GET /v1.0/imports/{id}/report': 'ReadImportsHandlerFunction',
  });
});

/** Where a token is given to those who have none. */
const open = [
  'POST /oauth2/v2.0/token',
  'POST /{tenant}/oauth2/v2.0/token',
  'GET /.well-known/oauth-authorization-server',
  'GET /.well-known/openid-configuration',
];

test('every route but the open ones asks the authorizer, and its answers are not kept', () => {
  const [authorizer, ...others] = of('AWS::ApiGatewayV2::Authorizer');
  expect(others).toEqual([]);
  expect(authorizer?.Properties).toMatchObject({
    AuthorizerResultTtlInSeconds: 0,
    EnableSimpleResponses: true,
    IdentitySource: [],
  });
  const asking = { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: authorizer?.id } };
  for (const { Properties } of of('AWS::ApiGatewayV2::Route')) {
    const isOpen = open.includes(Properties.RouteKey);
    expect(Properties).toMatchObject(isOpen ? { AuthorizationType: 'NONE' } : asking);
    if (isOpen) expect(Properties).not.toHaveProperty('AuthorizerId');
  }
});

test('requests are throttled, and logged without what they say', () => {
  const [stage] = of('AWS::ApiGatewayV2::Stage');
  expect(stage?.Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  const fields = Object.values(JSON.parse(stage?.Properties.AccessLogSettings.Format)) as string[];
  expect(fields.filter((field) => /path|querystring|header|body|authorizer/i.test(field))).toEqual([]);
});

test('the outputs are those that the outside relies on', () => {
  expect(outputs.sort()).toEqual([
    'ApiUrl',
    'CredentialsDeadLetterQueueUrl',
    'DirectoryTableName',
    'FilesDeadLetterQueueUrl',
    'ImportBucketName',
    'ImportsTableName',
    'NoticesDeadLetterQueueUrl',
    'ReportBucketName',
    'RowsDeadLetterQueueUrl',
    'SweepsDeadLetterQueueUrl',
  ]);
});
