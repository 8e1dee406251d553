/** The route by which the credentials of an import are sent. */

import { body, type Contracts } from '../contract.ts';
import { sendCredentialsBody } from './new-import-body.ts';

export const importCredentialContracts: Contracts = {
  'POST /v1.0/imports/{id}/sendCredentials': {
    needs: 'addPeople',
    tag: 'Imports',
    summary: 'Sends the credentials that an import kept back',
    description:
      'With `resend`, whoever got credentials and has not signed in gets new ones, and the former ones are dead. Passwords that the file chose are not sent again, nor is anybody whose roles reach further than yours. The mails go out in the background; to ask twice sends twice, to repeat a delivery does not.',
    body: body('SendCredentials', sendCredentialsBody),
    bodyIsOptional: true,
    answers: { 202: 'nothing' },
    refusals: ['ImportNotOver'],
  },
};
