import { bySmtp, contoso, synthesized } from './synthesized.ts';

test.each([
  ['SES', contoso],
  ['SMTP', bySmtp],
])('AwsSolutions and the rules of CDK find nothing that is not accounted for, with %s', (_, settings) => {
  expect(() => synthesized(settings, { nag: true })).not.toThrow();
});
