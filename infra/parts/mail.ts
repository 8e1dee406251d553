import { Grant } from 'aws-cdk-lib/aws-iam';
import { ArnFormat, Stack, Token, Validations } from 'aws-cdk-lib/core';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import type { DeploymentSettings } from '../../shared/settings.ts';
import { type Access, accessTo, accessWithout } from './access.ts';

/**
 * The way mail leaves: SES, or somebody's SMTP server with its password in Secrets Manager. Makes no resource: the
 * operator verifies the sending identity in SES (its DNS records are not ours to write), or makes the secret by hand.
 */
export class Mail extends Construct {
  readonly #settings: DeploymentSettings;

  constructor(scope: Construct, id: string, settings: DeploymentSettings) {
    super(scope, id);
    this.#settings = settings;
    const { region } = Stack.of(this);
    if (settings.mail.transport === 'ses' && !Token.isUnresolved(region) && !hasSes(region))
      throw new Error(`SES does not exist in ${region}: set mail.transport to smtp in the settings file.`);
  }

  /** May send as the organisation's sender address: by SES under that address or its domain, or by the SMTP password. */
  allowSending(): Access<'SMTP_PASSWORD_SECRET'> {
    const { mail, organisation } = this.#settings;
    return mail.transport === 'smtp'
      ? this.#bySmtp(mail.passwordSecretName)
      : this.#bySes(organisation.senderMail, organisation.senderMail.replace(/^.*@/, ''));
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

  #bySes(...identities: readonly string[]): Access<'SMTP_PASSWORD_SECRET'> {
    const resourceArns = identities.map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    return accessWithout('SMTP_PASSWORD_SECRET', (caller) => {
      const sending = Grant.addToPrincipal({ grantee: caller, actions: ['ses:SendEmail'], resourceArns });
      if (this.#settings.mail.mailsPerSecond !== undefined) return sending;
      Validations.of(caller).acknowledge({
        id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
        reason: 'ses:GetSendQuota tells the rate of the account as a whole; SES knows no narrower resource for it.',
      });
      return [sending, Grant.addToPrincipal({ grantee: caller, actions: ['ses:GetSendQuota'], resourceArns: ['*'] })];
    });
  }
}

const hasSes = (region: string): boolean => RegionInfo.get(region).partition !== 'aws-cn';
