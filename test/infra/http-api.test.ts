import { contoso, plain, synthesized } from './synthesized.ts';

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
    'PATCH /v1.0/users/{id}': 'ChangeUsersHandlerFunction',
    'DELETE /v1.0/users/{id}': 'ChangeUsersHandlerFunction',
    'GET /v1.0/directory/deletedItems/microsoft.graph.user': 'DeletedUsersHandlerFunction',
    'GET /v1.0/directory/deletedItems/{id}': 'DeletedUsersHandlerFunction',
    'POST /v1.0/directory/deletedItems/{id}/restore': 'DeletedUsersHandlerFunction',
    'DELETE /v1.0/directory/deletedItems/{id}': 'DeletedUsersHandlerFunction',
    'GET /signin': 'SignInPageHandlerFunction',
    'GET /account': 'SignInPageHandlerFunction',
    'GET /': 'ConsoleHandlerFunction',
    'GET /console': 'ConsoleHandlerFunction',
    'GET /console/{file+}': 'ConsoleHandlerFunction',
    'POST /v1.0/users/{id}/assignLicense': 'AssignLicenseHandlerFunction',
    'GET /v1.0/users/{id}/licenseDetails': 'ReadLicencesHandlerFunction',
    'GET /v1.0/subscribedSkus': 'ReadLicencesHandlerFunction',
    'GET /v1.0/subscribedSkus/{skuId}': 'ReadLicencesHandlerFunction',
    'GET /v1.0/subscribedSkus/{skuId}/waiting': 'ReadLicencesHandlerFunction',
    'POST /v1.0/signIn': 'SignInHandlerFunction',
    'GET /v1.0/me': 'SignInHandlerFunction',
    'POST /v1.0/me/changePassword': 'SignInHandlerFunction',
    'POST /v1.0/me/signOut': 'SignInHandlerFunction',
    'POST /v1.0/me/revokeSignInSessions': 'SignInHandlerFunction',
    'GET /v1.0/session': 'SignInHandlerFunction',
    'POST /v1.0/session': 'SignInHandlerFunction',
    'GET /v1.0/me/sessions': 'SignInHandlerFunction',
    'DELETE /v1.0/me/sessions/{id}': 'SignInHandlerFunction',
    'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword': 'ResetPasswordsHandlerFunction',
    'POST /v1.0/users/{id}/revokeSignInSessions': 'ResetPasswordsHandlerFunction',
    'PUT /v1.0/subscribedSkus/{skuId}': 'SubscribedSkusHandlerFunction',
    'GET /v1.0/directoryRoles': 'DirectoryRolesHandlerFunction',
    'GET /v1.0/directoryRoles/{id}': 'DirectoryRolesHandlerFunction',
    'GET /v1.0/directoryRoles/{id}/members': 'DirectoryRolesHandlerFunction',
    'POST /v1.0/directoryRoles/{id}/members/{ref}': 'DirectoryRolesHandlerFunction',
    'DELETE /v1.0/directoryRoles/{id}/members/{userId}/{ref}': 'DirectoryRolesHandlerFunction',
    'GET /v1.0/users/{id}/memberOf': 'DirectoryRolesHandlerFunction',
    'GET /v1.0/roleManagement/directory/roleDefinitions': 'DirectoryRolesHandlerFunction',
    'GET /v1.0/applications': 'ManageApplicationsHandlerFunction',
    'POST /v1.0/applications': 'ManageApplicationsHandlerFunction',
    'GET /v1.0/applications/{id}': 'ManageApplicationsHandlerFunction',
    'PATCH /v1.0/applications/{id}': 'ManageApplicationsHandlerFunction',
    'DELETE /v1.0/applications/{id}': 'ManageApplicationsHandlerFunction',
    'POST /v1.0/applications/{id}/addPassword': 'ManageApplicationsHandlerFunction',
    'POST /v1.0/applications/{id}/removePassword': 'ManageApplicationsHandlerFunction',
    'POST /oauth2/v2.0/token': 'IssueTokensHandlerFunction',
    'POST /{tenant}/oauth2/v2.0/token': 'IssueTokensHandlerFunction',
    'GET /.well-known/{document}': 'IssueTokensHandlerFunction',
    'GET /{tenant}/v2.0/.well-known/{document}': 'IssueTokensHandlerFunction',
    'POST /v1.0/{batch}': 'BatchRequestsHandlerFunction',
    $default: 'BatchRequestsHandlerFunction',
    'GET /v1.0/imports': 'ReadImportsHandlerFunction',
    'GET /v1.0/imports/{id}': 'ReadImportsHandlerFunction',
    'GET /v1.0/imports/{id}/report': 'ReadImportsHandlerFunction',
    'GET /v1.0/imports/{id}/reportFile': 'ReadImportsHandlerFunction',
    'POST /v1.0/imports': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/cancel': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/resume': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/undo': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/apply': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/dryRun': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/sendCredentials': 'ManageImportsHandlerFunction',
    'GET /v1.0/migrationBatches': 'ReadImportsHandlerFunction',
    'GET /v1.0/migrationBatches/{id}': 'ReadImportsHandlerFunction',
    'GET /v1.0/migrationBatches/{id}/users': 'ReadImportsHandlerFunction',
    'POST /v1.0/migrationBatches': 'ManageImportsHandlerFunction',
    'DELETE /v1.0/migrationBatches/{id}': 'ManageImportsHandlerFunction',
    'POST /v1.0/migrationBatches/{id}/start': 'ManageImportsHandlerFunction',
    'POST /v1.0/migrationBatches/{id}/stop': 'ManageImportsHandlerFunction',
    'POST /v1.0/migrationBatches/{id}/complete': 'ManageImportsHandlerFunction',
    'GET /v1.0/imports/{id}/uploadParts': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/uploadParts': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/completeUpload': 'ManageImportsHandlerFunction',
    'POST /v1.0/imports/{id}/abortUpload': 'ManageImportsHandlerFunction',
    'GET /openapi.json': 'DescribeApiHandlerFunction',
    'GET /reference': 'DescribeApiHandlerFunction',
    'GET /reference/{page}': 'DescribeApiHandlerFunction',
    'GET /v1.0/auditLogs/directoryAudits': 'ReadAuditsHandlerFunction',
    'GET /v1.0/auditLogs/directoryAudits/{id}': 'ReadAuditsHandlerFunction',
    'GET /v1.0/auditLogs/signIns': 'ReadAuditsHandlerFunction',
    'GET /v1.0/domains': 'DirectorySettingsHandlerFunction',
    'GET /v1.0/domains/{id}': 'DirectorySettingsHandlerFunction',
    'PATCH /v1.0/domains/{id}': 'DirectorySettingsHandlerFunction',
    'GET /v1.0/directory/onPremisesSynchronization': 'DirectorySettingsHandlerFunction',
    'GET /v1.0/directory/onPremisesSynchronization/{id}': 'DirectorySettingsHandlerFunction',
    'PATCH /v1.0/directory/onPremisesSynchronization/{id}': 'DirectorySettingsHandlerFunction',
    'GET /v1.0/directory/onPremisesSynchronization/{id}/errors': 'DirectorySettingsHandlerFunction',
    'POST /v1.0/directory/onPremisesSynchronization/{id}/start': 'ManageImportsHandlerFunction',
    'POST /v1.0/directory/onPremisesSynchronization/{id}/confirm': 'ManageImportsHandlerFunction',
    'GET /v1.0/organization': 'DirectorySettingsHandlerFunction',
    'GET /v1.0/organization/{id}': 'DirectorySettingsHandlerFunction',
    'PATCH /v1.0/organization/{id}': 'DirectorySettingsHandlerFunction',
    'GET /v1.0/reports/directory': 'ReadUsersHandlerFunction',
    'GET /v1.0/reports/directoryForecast': 'ReadUsersHandlerFunction',
    'GET /v1.0/userTemplates': 'DirectorySettingsHandlerFunction',
    'POST /v1.0/userTemplates': 'DirectorySettingsHandlerFunction',
    'GET /v1.0/userTemplates/{id}': 'DirectorySettingsHandlerFunction',
    'PATCH /v1.0/userTemplates/{id}': 'DirectorySettingsHandlerFunction',
    'DELETE /v1.0/userTemplates/{id}': 'DirectorySettingsHandlerFunction',
  });
});

/** Routes for strangers. */
const open: readonly string[] = [
  'GET /openapi.json',
  'GET /reference',
  'GET /reference/{page}',
  'GET /signin',
  'GET /account',
  'GET /',
  'GET /console',
  'GET /console/{file+}',
  'POST /v1.0/signIn',
  'POST /v1.0/session',
  'POST /oauth2/v2.0/token',
  'POST /{tenant}/oauth2/v2.0/token',
  'GET /.well-known/{document}',
  'GET /{tenant}/v2.0/.well-known/{document}',
  '$default',
];

test('every route that is not open asks the authorizer, and its answers are not kept (case 34)', () => {
  const [authorizer, ...others] = of('AWS::ApiGatewayV2::Authorizer');
  expect(others).toEqual([]);
  expect(authorizer?.Properties).toMatchObject({
    AuthorizerResultTtlInSeconds: 0,
    EnableSimpleResponses: true,
    IdentitySource: [],
  });
  for (const { Properties } of of('AWS::ApiGatewayV2::Route')) {
    const guarded = { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: authorizer?.id } };
    const wanted = open.includes(Properties.RouteKey) ? { AuthorizationType: 'NONE' } : guarded;
    expect([Properties.RouteKey, Properties]).toMatchObject([Properties.RouteKey, wanted]);
  }
});

test('requests are throttled, and logged without what they say (case 48)', () => {
  const [stage] = of('AWS::ApiGatewayV2::Stage');
  expect(stage?.Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  const fields = Object.values(JSON.parse(stage?.Properties.AccessLogSettings.Format)) as string[];
  expect(fields.filter((field) => /path|querystring|header|body|authorizer/i.test(field))).toEqual([]);
});

test('whoever guesses at passwords and secrets is throttled below all others (weakness 3)', () => {
  const [stage] = of('AWS::ApiGatewayV2::Stage');
  const tokens = ['POST /oauth2/v2.0/token', 'POST /{tenant}/oauth2/v2.0/token'];
  const guessed = ['POST /v1.0/signIn', 'POST /v1.0/session', ...tokens, '$default'];
  const below = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 };
  expect(stage?.Properties.RouteSettings).toMatchObject(Object.fromEntries(guessed.map((route) => [route, below])));
  // CloudFormation refuses settings of a route that is not there yet.
  const routes = of('AWS::ApiGatewayV2::Route').filter(({ Properties }) => guessed.includes(Properties.RouteKey));
  expect(stage?.DependsOn).toEqual(expect.arrayContaining(routes.map(({ id }) => id)));
});

test('files of the console have a throttle of their own, so that they take nothing from requests', () => {
  const [stage] = of('AWS::ApiGatewayV2::Stage');
  const files = ['GET /', 'GET /console', 'GET /console/{file+}'];
  const own = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 };
  expect(stage?.Properties.RouteSettings).toMatchObject(Object.fromEntries(files.map((route) => [route, own])));
  expect(Object.keys(stage?.Properties.RouteSettings)).toHaveLength(files.length + 5);
  const routes = of('AWS::ApiGatewayV2::Route').filter(({ Properties }) => files.includes(Properties.RouteKey));
  expect(stage?.DependsOn).toEqual(expect.arrayContaining(routes.map(({ id }) => id)));
});

test('the outputs are those that the outside relies on', () => {
  const queues = ['Credentials', 'Deliveries', 'Files', 'Notices', 'Rows', 'Sweeps'];
  expect(outputs.sort()).toEqual(
    [
      ...['ApiUrl', 'DirectoryTableName', 'ImportBucketName', 'ImportsTableName', 'ReportBucketName'],
      ...queues.flatMap((queue) => [`${queue}DeadLetterQueueUrl`, `${queue}QueueUrl`]),
    ].sort(),
  );
});

test('every function with a route is told the address of the API, and the one of the file where it names one (weakness 16)', () => {
  const withRoutes = new Set(
    [...integrations.values()].map(({ Properties }) => Properties.IntegrationUri['Fn::GetAtt'][0]),
  );
  const addresses = ({ of: resources }: ReturnType<typeof synthesized>) =>
    resources('AWS::Lambda::Function')
      .filter(({ id }) => withRoutes.has(id))
      .map(({ Properties }) => Properties.Environment.Variables.API_URL);
  expect(withRoutes.size).toBeGreaterThan(15);
  for (const address of addresses(synthesized()))
    expect(address).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^HttpApi/), 'ApiEndpoint'] });
  const own = { ...contoso, apiUrl: 'https://muster.contoso.com' };
  for (const address of addresses(synthesized(own))) expect(address).toBe('https://muster.contoso.com');
});

test('what is asked at addresses that nobody knows is answered by a function without any right', () => {
  const [unmatched, ...others] = of('AWS::ApiGatewayV2::Route').filter(
    ({ Properties }) => Properties.RouteKey === '$default',
  );
  expect([unmatched?.Properties.AuthorizationType, others]).toEqual(['NONE', []]);
  const role = of('AWS::Lambda::Function').find(({ id }) => plain(id) === 'BatchRequestsHandlerFunction')?.Properties
    .Role;
  const policies = of('AWS::IAM::Policy').filter(
    ({ Properties }) => JSON.stringify(Properties.Roles[0].Ref) === JSON.stringify(role['Fn::GetAtt'][0]),
  );
  const actions = policies.flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.flatMap((one: { Action: string | string[] }) => one.Action),
  );
  expect(actions).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
});
