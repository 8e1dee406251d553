/** What a page of another site, in a real browser, gets out of a running engine: nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Page } from 'puppeteer-core';
import type { Engine } from '../../infra/local/engine.ts';
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { credentialsIn, startHere, temporaryFolder } from './running.ts';
import { synthesizeSampleStack } from './sample-stack.ts';

const site = 'evil.example';

/** Its name is this machine's, as after DNS rebinding; and the browser's own question of leave is not asked. */
const further = [
  `--host-resolver-rules=MAP ${site} 127.0.0.1`,
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
];

describeInChromium('a page of another site', () => {
  const folder = temporaryFolder();
  const elsewhere = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>evil</p>'));
  let engine: Engine;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    engine = await startHere(synthesizeSampleStack(join(folder.path, 'assembly')), join(folder.path, 'data'));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const endpoint = engine.environment.AWS_ENDPOINT_URL_SES as string;
    const ses = new SESClient({ endpoint, region: 'us-east-1', credentials: credentialsIn(engine.environment) });
    const Message = { Subject: { Data: 'Your password' }, Body: { Text: { Data: 'k7Rm-9pQx' } } };
    await ses.send(
      new SendEmailCommand({ Source: 'a@contoso.com', Destination: { ToAddresses: ['b@contoso.com'] }, Message }),
    );
    ses.destroy();
    chromium = await startChromium(further);
    page = await chromium.newPage();
    await page.goto(`http://${site}:${(elsewhere.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    await chromium?.close();
    await engine?.stop();
    elsewhere.close();
    folder.remove();
  });

  const servers = () => ({
    dynamodb: engine.environment.AWS_ENDPOINT_URL_DYNAMODB as string,
    sqs: engine.environment.AWS_ENDPOINT_URL_SQS as string,
    mailbox: `${engine.mailboxUrl}/store`,
    control: `${engine.url}/_local/state`,
    api: `${engine.url}/open/a`,
  });

  test('reads no answer, asked across origins (weakness 5)', async () => {
    for (const [name, url] of Object.entries(servers())) {
      const got = await page.evaluate(async (address) => {
        const simple = await fetch(address).then(
          ({ status }) => status,
          () => 'nothing',
        );
        const headers = {
          'x-amz-target': 'DynamoDB_20120810.ListTables',
          authorization: 'AWS4-HMAC-SHA256 Credential=local',
        };
        const asked = await fetch(address, { method: 'POST', headers, body: '{}' }).then(
          ({ status }) => status,
          () => 'nothing',
        );
        return [simple, asked];
      }, url);
      expect([name, got]).toEqual([name, ['nothing', 'nothing']]);
    }
  });

  test('changes nothing by what it may send without being told the answer (weakness 5)', async () => {
    await page.evaluate(async (mailbox) => {
      await fetch(`${mailbox}/clear-store`, { method: 'POST', mode: 'no-cors' }).catch(() => undefined);
    }, engine.mailboxUrl);
    expect(engine.mailCount()).toBe(1);
  });

  test('reads nothing under a name of its own that leads here (weakness 5)', async () => {
    for (const [name, url] of Object.entries(servers())) {
      const answer = await page.goto(url.replace('127.0.0.1', site));
      expect([name, answer?.status(), (await page.content()).includes('k7Rm')]).toEqual([name, 403, false]);
    }
  });

  test('while the mailbox is there for whoever opens it (weakness 5)', async () => {
    const own = await chromium.newPage();
    await own.goto(engine.mailboxUrl);
    await own.waitForFunction("document.body.textContent.includes('Your password')");
  });
});
