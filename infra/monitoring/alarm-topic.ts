import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/**
 * Where all alarms go, and whom they reach. It is not encrypted: what an alarm says is a sentence of this repository, with
 * no name or address in it, and CloudWatch cannot publish under the key `aws/sns`. Whoever has a chat or a pager subscribes
 * that to it; addresses of the settings are subscribed here, and count once they are confirmed.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, addresses: readonly string[]) {
    super(scope, id);
    const { account, stackName } = Stack.of(this);
    // Mails have it as their sender's name.
    this.topic = new Topic(this, 'Topic', { displayName: `Alarms of ${stackName}`, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
    for (const address of new Set(addresses)) this.topic.addSubscription(new EmailSubscription(address));
  }

  /** Has every alarm of the stack tell it, when something begins and when it is over. Those made later would not. */
  takeAll(): void {
    const action = new SnsAction(this.topic);
    for (const alarm of Stack.of(this).node.findAll()) {
      if (!(alarm instanceof Alarm)) continue;
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }
}
