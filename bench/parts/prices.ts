/** What AWS asks, in US dollars. An assumption of every cost that is printed: look at AWS's own pages before you budget. */

/** Where and when these prices were valid. */
export const validity = 'us-east-1, on demand, without free tier, as published in 2025';

/** For one million DynamoDB request units of a standard table. */
export const millionWrites = 0.625;
export const millionReads = 0.125;

/** For one million mails through SES, and one million requests to SQS (64 KB each). */
export const millionMails = 100;
export const millionRequests = 0.4;

/** For one gigabyte-second of Lambda on arm64. */
export const gigabyteSecond = 0.0000133334;
