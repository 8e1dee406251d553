/** Whether alarms reach somebody: who is subscribed to their topic, and who has not confirmed it. */
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';

/** SNS says so instead of the subscription's ARN, until the link in its mail was followed. */
const pending = 'PendingConfirmation';

/**
 * What an operator should know of the topic's subscriptions, a sentence each: those that nobody confirmed, by their
 * address, which is an operator's; and that there are none. Where it may not be looked at, that.
 */
export const alarmNotes = async (topicArn: string, client = new SNSClient()): Promise<string[]> => {
  try {
    const open: string[] = [];
    let confirmed = 0;
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn: topicArn })) {
      for (const { SubscriptionArn, Protocol, Endpoint } of Subscriptions) {
        if (SubscriptionArn === pending) open.push(`${Protocol} ${Endpoint}`);
        else confirmed += 1;
      }
    }
    const nobody = confirmed === 0 ? ['Alarms reach nobody: no subscription of their topic is confirmed.'] : [];
    const waiting = open.map((one) => `Alarms wait for ${one}: its owner has to follow the link that AWS mailed.`);
    return [...nobody, ...waiting];
  } catch (error) {
    const why = error instanceof Error ? error.name : 'Unknown';
    return [`Whether alarms reach somebody could not be seen (${why}): it takes sns:ListSubscriptionsByTopic.`];
  }
};
