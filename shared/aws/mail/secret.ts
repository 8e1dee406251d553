/** Reading a secret of Secrets Manager. */
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The text of a secret. Throws the SDK's error when it cannot be read, and an Error when it holds no text. */
export const readSecret = async (client: SecretsManagerClient, name: string): Promise<string> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  if (!SecretString) throw new Error(`The secret ${name} holds no text`);
  return SecretString;
};
