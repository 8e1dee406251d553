import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/enforce-policies.ts';
import { setAside } from '../shared/lambda/report-set-aside.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';
import type { Imports } from './stores/imports.ts';

export type EnforcePoliciesProps = {
  readonly directory: Directory;
  readonly imports: Imports;
  readonly files: WorkQueue<'FILE_QUEUE_URL'>;
  readonly credentials: WorkQueue<'CREDENTIAL_QUEUE_URL'>;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly sweeps: WorkQueue<'SWEEP_QUEUE_URL'>;
  readonly settings: Access<'SETTINGS'>;
};

/** Does every 15 minutes what has fallen due, a message for each shard of the due index. */
export class EnforcePolicies extends Construct {
  constructor(scope: Construct, id: string, props: EnforcePoliciesProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'enforce-policies',
      whenThisFails:
        'Passwords do not expire, mailboxes do not close and lost mails are not sent again until it works.',
      timeout: Duration.minutes(5),
      // To go on with a shard, 100 times at most, and with walks each call of which begins behind the one before.
      callsItself: true,
      access: accessOf(
        props.sweeps.allowPostponing(),
        props.directory.allowEnforcing(),
        props.directory.allowGathering(),
        props.imports.allowReviving(),
        props.files.allowSending(),
        props.credentials.allowSending(),
        props.notices.allowSending(),
        props.sweeps.allowSending(),
        props.settings,
      ),
    });
    handler.alarmAtEvent(
      this,
      'SetAside',
      setAside,
      'A person or an import fails in every sweep, and what is due to them is not done. Look for "set aside" in the log of enforce-policies, which names them; each is tried again every hour.',
    );
    // One for each shard of the due index: test/infra/numbers.test.ts holds it.
    props.sweeps.consumedBy(handler, 16);
    new Schedule(this, 'Schedule', {
      description: 'Starts a sweep of what has fallen due',
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      target: new SqsSendMessage(props.sweeps.queue, {
        input: ScheduleTargetInput.fromObject({ kind: 'sweep' }),
        deadLetterQueue: props.sweeps.deadLetters,
        // A sweep that comes late finds all that the one before it left; older ones need no second try.
        maxEventAge: Duration.minutes(15),
        retryAttempts: 10,
      }),
    });
  }
}
