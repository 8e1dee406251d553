import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import { ArnFormat, Duration, Stack, Token, Validations } from 'aws-cdk-lib/core';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import type { DeploymentSettings } from '../../shared/settings.ts';
import { type Access, accessTo, accessWithout } from './access.ts';
import type { WorkQueue } from './work-queue.ts';

/** Mails hold passwords: a host that takes none by TLS gets none, which comes back as a bounce. */
const tlsOnly = { deliveryOptions: { tlsPolicy: 'REQUIRE' } };

/** What SES is asked to tell. Not of deliveries: nearly all mails arrive, and each piece of news is a call and a write. */
const bad = ['bounce', 'complaint', 'reject', 'renderingFailure'];

/**
 * The way mail leaves: SES, with a configuration set that tells of mails which did not arrive, or somebody's SMTP server
 * with its password in Secrets Manager. The operator verifies the sending identity in SES (its DNS records are not ours
 * to write), or makes the secret by hand.
 */
export class Mail extends Construct {
  readonly #settings: DeploymentSettings;
  readonly #set: CfnConfigurationSet | undefined;

  constructor(scope: Construct, id: string, settings: DeploymentSettings) {
    super(scope, id);
    this.#settings = settings;
    const { region } = Stack.of(this);
    if (settings.mail.transport === 'ses' && !Token.isUnresolved(region) && !hasSes(region))
      throw new Error(`SES does not exist in ${region}: set mail.transport to smtp in the settings file.`);
    if (settings.mail.transport === 'ses') this.#set = new CfnConfigurationSet(this, 'ConfigurationSet', tlsOnly);
  }

  /** May name SES's configuration set on mails, so that they go by TLS only and news of them comes; by SMTP none does. */
  allowTracking(): Access<'MAIL_CONFIGURATION_SET'> {
    const set = this.#set;
    if (!set) return accessWithout('MAIL_CONFIGURATION_SET', () => []);
    const arn = Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName: set.ref });
    return accessTo('MAIL_CONFIGURATION_SET', set.ref, (caller) =>
      Grant.addToPrincipal({
        grantee: caller,
        actions: ['ses:SendEmail'],
        resourceArns: [arn],
        conditions: fromAlone(this.#settings),
      }),
    );
  }

  /** Has SES tell a queue, by way of EventBridge, of mails that did not arrive. */
  tellsOf({ queue, deadLetters }: Pick<WorkQueue<'DELIVERY_QUEUE_URL'>, 'queue' | 'deadLetters'>): void {
    const set = this.#set;
    if (!set) return;
    const bus = { service: 'events', resource: 'event-bus', resourceName: 'default' };
    new CfnConfigurationSetEventDestination(this, 'News', {
      configurationSetName: set.ref,
      eventDestination: {
        enabled: true,
        matchingEventTypes: bad,
        eventBridgeDestination: { eventBusArn: Stack.of(this).formatArn(bus) },
      },
    });
    new Rule(this, 'Told', {
      description: 'A mail did not arrive, or was complained of',
      eventPattern: { source: ['aws.ses'], detail: { mail: { tags: { 'ses:configuration-set': [set.ref] } } } },
      targets: [
        new SqsQueue(queue, { deadLetterQueue: deadLetters, retryAttempts: 185, maxEventAge: Duration.hours(24) }),
      ],
    });
  }

  /**
   * May send as the organisation's sender address, and as no other: by SES under whichever identity was verified (the
   * address, its domain or one above it), or by the SMTP password.
   */
  allowSending(): Access<'SMTP_PASSWORD_SECRET'> {
    const { mail, organisation } = this.#settings;
    return mail.transport === 'smtp'
      ? this.#bySmtp(mail.passwordSecretName)
      : this.#bySes(identitiesOf(organisation.senderMail));
  }

  #bySmtp(secretName: string): Access<'SMTP_PASSWORD_SECRET'> {
    const arn = Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      // Secrets Manager ends it with a hyphen and six characters of its own.
      resourceName: `${secretName}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return accessTo('SMTP_PASSWORD_SECRET', secretName, (caller) =>
      Grant.addToPrincipal({ grantee: caller, actions: ['secretsmanager:GetSecretValue'], resourceArns: [arn] }),
    );
  }

  #bySes(identities: readonly string[]): Access<'SMTP_PASSWORD_SECRET'> {
    const resourceArns = identities.map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    return accessWithout('SMTP_PASSWORD_SECRET', (caller) => {
      const conditions = fromAlone(this.#settings);
      const sending = Grant.addToPrincipal({ grantee: caller, actions: ['ses:SendEmail'], resourceArns, conditions });
      if (this.#settings.mail.mailsPerSecond !== undefined) return sending;
      Validations.of(caller).acknowledge({
        id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
        reason: 'ses:GetSendQuota tells the rate of the account as a whole; SES knows no narrower resource for it.',
      });
      return [sending, Grant.addToPrincipal({ grantee: caller, actions: ['ses:GetSendQuota'], resourceArns: ['*'] })];
    });
  }
}

/**
 * What SES takes for the identity of a sender, whichever of them is verified: the address, its domain, or a domain above
 * that. Nobody can have a top-level domain.
 */
const identitiesOf = (sender: string): string[] => {
  const labels = sender.replace(/^.*@/, '').split('.');
  const domains = labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'));
  return [sender, ...domains];
};

/** An identity is good for every address of its domain, and of those below it: the sender alone is allowed. */
const fromAlone = ({ organisation }: DeploymentSettings) => ({
  StringEquals: { 'ses:FromAddress': organisation.senderMail },
});

const hasSes = (region: string): boolean => RegionInfo.get(region).partition !== 'aws-cn';
