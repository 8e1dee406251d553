import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variables } from '../functions/record-deliveries.ts';
import { type Access, accessOf } from './parts/access.ts';
import type { Mail } from './parts/mail.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { WorkQueue } from './parts/work-queue.ts';
import type { Directory } from './stores/directory.ts';

export type RecordDeliveriesProps = {
  readonly directory: Directory;
  readonly deliveries: WorkQueue<'DELIVERY_QUEUE_URL'>;
  readonly notices: WorkQueue<'NOTICE_QUEUE_URL'>;
  readonly mail: Mail;
  readonly settings: Access<'SETTINGS'>;
};

/** Records of people that the mail with their credentials bounced or was complained of, and has administrators told. */
export class RecordDeliveries extends Construct {
  constructor(scope: Construct, id: string, { directory, deliveries, notices, mail, settings }: RecordDeliveriesProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'record-deliveries',
      whenThisFails: 'Administrators do not hear of credentials that bounced, until it works.',
      timeout: Duration.seconds(20),
      access: accessOf(
        deliveries.allowPostponing(),
        directory.allowRecordingDeliveries(),
        notices.allowSending(),
        settings,
      ),
    });
    deliveries.consumedBy(handler, 2);
    mail.tellsOf(deliveries);
  }
}
