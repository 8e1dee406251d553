import { DomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Arn, ArnFormat, Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { DeploymentSettings } from '../shared/settings.ts';
import type { HttpApi } from './http-api.ts';

/** What the settings say of the organisation's own domain. */
export type OwnDomainSettings = NonNullable<DeploymentSettings['domain']>;

/** The address at such a domain, without a slash at its end. */
export const addressAt = (name: string): string => `https://${name}`;

/**
 * Has the API, and with it the console and the pages, answer at a host of the organisation's own and at those that it had
 * before. One function serves all of them at each: there is nothing else to map.
 */
export class OwnDomain extends Construct {
  /** What has to be in the DNS, for each host: `host CNAME target`. */
  readonly records: readonly string[];
  /** Where browsers may have opened a page of it. */
  readonly origins: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    { name, formerNames, certificateArn, hostedZoneId }: OwnDomainSettings,
    api: HttpApi,
  ) {
    super(scope, id);
    refuseElsewhere(certificateArn, Stack.of(this));
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    const hosts = [name, ...formerNames].map((host) => {
      const domainName = new DomainName(this, host, { domainName: host, certificate });
      api.answerAt(domainName);
      return { host, domainName };
    });
    this.records = hosts.map(({ host, domainName }) => `${host} CNAME ${domainName.regionalDomainName}`);
    this.origins = hosts.map(({ host }) => addressAt(host));
    if (hostedZoneId === undefined) return;
    for (const { host, domainName } of hosts) {
      new CfnRecordSet(domainName, 'Record', {
        hostedZoneId,
        name: host,
        type: 'A',
        aliasTarget: { dnsName: domainName.regionalDomainName, hostedZoneId: domainName.regionalHostedZoneId },
      });
    }
  }
}

/** API Gateway takes a certificate of its own region alone, and says so half way through a deployment. */
const refuseElsewhere = (certificateArn: string, { region }: Stack): void => {
  const { region: of } = Arn.split(certificateArn, ArnFormat.SLASH_RESOURCE_NAME);
  if (Token.isUnresolved(region) || of === region) return;
  throw new Error(
    `domain.certificateArn is of ${of}, and the deployment of ${region}: ask AWS Certificate Manager in ${region} for one.`,
  );
};
