import { type App, CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib/core';
import { stackNameOf } from '../shared/deployment-settings.ts';
import type { DeploymentSettings } from '../shared/settings.ts';
import { AssignLicense } from './assign-license.ts';
import { AuthorizeRequest } from './authorize-request.ts';
import { BatchRequests } from './batch-requests.ts';
import { ChangeUsers } from './change-users.ts';
import { Console } from './console.ts';
import { CreateUser } from './create-user.ts';
import { DeletedUsers } from './deleted-users.ts';
import { DescribeApi } from './describe-api.ts';
import { DirectoryRoles } from './directory-roles.ts';
import { DirectorySettings } from './directory-settings.ts';
import { EnforcePolicies } from './enforce-policies.ts';
import { HttpApi } from './http-api.ts';
import { ImportUsers } from './import-users.ts';
import { IssueTokens } from './issue-tokens.ts';
import { ManageApplications } from './manage-applications.ts';
import { ManageImports } from './manage-imports.ts';
import { AlarmTopic } from './monitoring/alarm-topic.ts';
import { Dashboard } from './monitoring/dashboard.ts';
import { ServiceAlarms } from './monitoring/service-alarms.ts';
import { addressAt, OwnDomain } from './own-domain.ts';
import { allowReadingSettings } from './parts/function-settings.ts';
import { Mail } from './parts/mail.ts';
import { SealingKey } from './parts/sealing-key.ts';
import { ProvisionUsers } from './provision-users.ts';
import { ReadAudits } from './read-audits.ts';
import { ReadImports } from './read-imports.ts';
import { ReadLicences } from './read-licences.ts';
import { ReadUsers } from './read-users.ts';
import { RecordDeliveries } from './record-deliveries.ts';
import { ResetPasswords } from './reset-passwords.ts';
import { SendCredentials } from './send-credentials.ts';
import { SendNotices } from './send-notices.ts';
import { SignIn } from './sign-in.ts';
import { SignInPage } from './sign-in-page.ts';
import { Directory } from './stores/directory.ts';
import { ImportFiles } from './stores/import-files.ts';
import { Imports } from './stores/imports.ts';
import { LogBucket } from './stores/log-bucket.ts';
import { Reports } from './stores/reports.ts';
import { SubscribedSkus } from './subscribed-skus.ts';
import { workQueues } from './work-queues.ts';

/**
 * The whole system. It composes only: each part says itself what it is made of. Nothing in it has a name of its own choice
 * beside the stack's, so that several stages have room in one account and region.
 */
export const musterStack = (app: App, settingsFile: DeploymentSettings, props: StackProps = {}): Stack => {
  const stackName = stackNameOf(settingsFile);
  const stack = new Stack(app, 'Muster', { description: 'Muster: user provisioning', stackName, ...props });
  tagAll(stack, settingsFile);

  const directory = new Directory(stack, 'Directory', settingsFile.tables?.directory);
  const imports = new Imports(stack, 'Imports', settingsFile.tables?.imports);
  const queues = workQueues(stack);
  const log = new LogBucket(stack, 'AccessLogs');
  const importFiles = new ImportFiles(stack, 'ImportFiles', settingsFile.importFileDays, log, queues.files);
  const reports = new Reports(stack, 'Reports', log);
  const sealingKey = new SealingKey(stack, 'SealingKey');
  const mail = new Mail(stack, 'Mail', settingsFile);

  const authorizeRequest = new AuthorizeRequest(stack, 'AuthorizeRequest', { directory });
  const { domain, apiUrl = domain && addressAt(domain.name) } = settingsFile;
  const api = new HttpApi(stack, 'HttpApi', authorizeRequest.function, apiUrl);
  const ownDomain = domain && new OwnDomain(stack, 'OwnDomain', domain, api);
  importFiles.allowUploadingFrom(originsOf(api, ownDomain));
  const settings = allowReadingSettings(settingsFile, api);
  const parts = { api, directory, imports, importFiles, reports, sealingKey, mail, settings, ...queues };

  new CreateUser(stack, 'CreateUser', parts);
  new ReadUsers(stack, 'ReadUsers', parts);
  new ChangeUsers(stack, 'ChangeUsers', parts);
  new DeletedUsers(stack, 'DeletedUsers', parts);
  new SignInPage(stack, 'SignInPage', parts);
  new Console(stack, 'Console', parts);
  new AssignLicense(stack, 'AssignLicense', parts);
  new ReadLicences(stack, 'ReadLicences', parts);
  new SignIn(stack, 'SignIn', { ...parts, signInConcurrency: settingsFile.signInConcurrency });
  new ResetPasswords(stack, 'ResetPasswords', parts);
  new SubscribedSkus(stack, 'SubscribedSkus', parts);
  new DescribeApi(stack, 'DescribeApi', parts);
  new DirectoryRoles(stack, 'DirectoryRoles', parts);
  new ManageApplications(stack, 'ManageApplications', parts);
  new IssueTokens(stack, 'IssueTokens', parts);
  new BatchRequests(stack, 'BatchRequests', parts);
  new ManageImports(stack, 'ManageImports', parts);
  new ReadImports(stack, 'ReadImports', parts);
  new DirectorySettings(stack, 'DirectorySettings', parts);
  new ReadAudits(stack, 'ReadAudits', parts);
  new ImportUsers(stack, 'ImportUsers', parts);
  new ProvisionUsers(stack, 'ProvisionUsers', parts);
  new SendCredentials(stack, 'SendCredentials', parts);
  new SendNotices(stack, 'SendNotices', parts);
  new RecordDeliveries(stack, 'RecordDeliveries', parts);
  new EnforcePolicies(stack, 'EnforcePolicies', parts);

  const bySes = settingsFile.mail.transport === 'ses';
  new ServiceAlarms(stack, 'ServiceAlarms', { api, bySes });
  const tables = { Directory: directory.table, Imports: imports.table };
  const dashboard = new Dashboard(stack, 'Dashboard', { api, queues, tables, bySes });
  const alarms = new AlarmTopic(stack, 'Alarms', settingsFile.alarms.addresses);
  alarms.takeAll();

  const outputs = {
    ApiUrl: api.url,
    ...(api.url !== api.gatewayUrl && { GatewayUrl: api.gatewayUrl }),
    ...(ownDomain && { DnsRecords: ownDomain.records.join(', ') }),
    AlarmTopicArn: alarms.topic.topicArn,
    DashboardName: dashboard.name,
    ImportBucketName: importFiles.bucket.bucketName,
    ReportBucketName: reports.bucket.bucketName,
    DirectoryTableName: directory.table.tableName,
    ImportsTableName: imports.table.tableName,
    FilesQueueUrl: queues.files.queue.queueUrl,
    FilesDeadLetterQueueUrl: queues.files.deadLetters.queueUrl,
    RowsQueueUrl: queues.rows.queue.queueUrl,
    RowsDeadLetterQueueUrl: queues.rows.deadLetters.queueUrl,
    CredentialsQueueUrl: queues.credentials.queue.queueUrl,
    CredentialsDeadLetterQueueUrl: queues.credentials.deadLetters.queueUrl,
    NoticesQueueUrl: queues.notices.queue.queueUrl,
    NoticesDeadLetterQueueUrl: queues.notices.deadLetters.queueUrl,
    DeliveriesQueueUrl: queues.deliveries.queue.queueUrl,
    DeliveriesDeadLetterQueueUrl: queues.deliveries.deadLetters.queueUrl,
    SweepsQueueUrl: queues.sweeps.queue.queueUrl,
    SweepsDeadLetterQueueUrl: queues.sweeps.deadLetters.queueUrl,
  };
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
  return stack;
};

/** Tags by which bills are told apart: those of the settings go before ours. */
const tagAll = (stack: Stack, { stage, tags }: DeploymentSettings): void => {
  const all = { application: 'Muster', ...(stage !== undefined && { stage }), ...tags };
  for (const [name, value] of Object.entries(all)) Tags.of(stack).add(name, value);
};

/** Every address at which a browser may have opened the console: that of the gateway stays good. */
const originsOf = (api: HttpApi, ownDomain: OwnDomain | undefined): string[] => {
  const own = api.url === api.gatewayUrl ? [] : [new URL(api.url).origin];
  return [...new Set([...own, ...(ownDomain?.origins ?? []), api.gatewayUrl])];
};
