import { Grant } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Access, accessTo } from './access.ts';

/** The key that seals chosen passwords while they cross a queue. Retained: what is sealed must be opened later. */
export class SealingKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: 'Seals passwords that were chosen in a file, until they are hashed',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** May seal, by a data key of its own; cannot open what was sealed. */
  allowSealing(): Access<'SEALING_KEY_ARN'> {
    return this.#allow('kms:GenerateDataKey');
  }

  /** May open what was sealed. */
  allowOpening(): Access<'SEALING_KEY_ARN'> {
    return this.#allow('kms:Decrypt');
  }

  #allow(action: string): Access<'SEALING_KEY_ARN'> {
    return accessTo('SEALING_KEY_ARN', this.#key.keyArn, (caller) => [
      Grant.addToPrincipal({ grantee: caller, actions: [action], resourceArns: [this.#key.keyArn] }),
    ]);
  }
}
