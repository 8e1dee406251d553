import { Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Settings } from '../../shared/settings.ts';
import { type Access, accessTo, accessWithout } from './access.ts';

/**
 * The way mail leaves: SES, or somebody's SMTP server with its password in Secrets Manager. Makes no resource: the
 * operator verifies the sending identity in SES (its DNS records are not ours to write), or makes the secret by hand.
 */
export class Mail extends Construct {
  readonly #settings: Settings;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.#settings = settings;
  }

  /** May send as the organisation's sender address: by SES under that address or its domain, or by the SMTP password. */
  allowSending(): Access<'SMTP_PASSWORD_SECRET'> {
    const { mail, organisation } = this.#settings;
    return mail.transport === 'smtp'
      ? this.#bySmtp(mail.passwordSecretName)
      : this.#bySes(organisation.senderMail, organisation.senderMail.replace(/^.*@/, ''));
  }

  #bySmtp(secretName: string): Access<'SMTP_PASSWORD_SECRET'> {
    const secret = Secret.fromSecretNameV2(this, 'SmtpPassword', secretName);
    return accessTo('SMTP_PASSWORD_SECRET', secret.secretName, (caller) => [
      Grant.addToPrincipal({
        grantee: caller,
        actions: ['secretsmanager:GetSecretValue'],
        // Secrets Manager ends the ARN with a hyphen and six characters of its own.
        resourceArns: [`${secret.secretArn}-??????`],
      }),
    ]);
  }

  #bySes(...identities: readonly string[]): Access<'SMTP_PASSWORD_SECRET'> {
    const resourceArns = identities.map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    return accessWithout('SMTP_PASSWORD_SECRET', (caller) => [
      Grant.addToPrincipal({ grantee: caller, actions: ['ses:SendEmail'], resourceArns }),
    ]);
  }
}
