/** Errors of AWS services, as each of them writes them. */

/** An answer that is not an emulator's. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** An error of a service: its code as the SDK names it, and what else belongs to it. */
export type ServiceError = { status: number; code: string; message: string; more?: object };

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Writes an error as the service would. */
export const errorOf = (service: string, { status, code, message, more }: ServiceError): Answer => {
  if (service === 's3' || service === 'ses') {
    const error = `<Code>${code}</Code><Message>${escaped(message)}</Message>`;
    const kind = `<Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>`;
    const body =
      service === 's3' ? `<Error>${error}</Error>` : `<ErrorResponse><Error>${kind}${error}</Error></ErrorResponse>`;
    return { status, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0"?>${body}` };
  }
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message, ...more }),
  };
};

const throttling: Record<string, ServiceError> = {
  dynamodb: { status: 400, code: 'ProvisionedThroughputExceededException', message: 'Slow down.' },
  s3: { status: 503, code: 'SlowDown', message: 'Slow down.' },
  ses: { status: 400, code: 'Throttling', message: 'Maximum sending rate exceeded.' },
};
const throttled: ServiceError = { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' };

const failures: Record<string, ServiceError> = {
  s3: { status: 500, code: 'InternalError', message: 'We encountered an internal error.' },
  ses: { status: 500, code: 'InternalFailure', message: 'The service failed.' },
};
const failed: ServiceError = { status: 500, code: 'InternalServerError', message: 'The service failed.' };

/** Some parts of a transaction were written to by others: the first always, so that there is one. */
const conflict = (body: Buffer): ServiceError => {
  const parts = (JSON.parse(body.toString()) as { TransactItems?: unknown[] }).TransactItems ?? [];
  const CancellationReasons = parts.map((_, index) =>
    index % 3 === 0
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  );
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  return {
    status: 400,
    code: 'TransactionCanceledException',
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    more: { Message: 'Transaction cancelled', CancellationReasons },
  };
};

/** The error by which a service tells of a fault that is one of its own; undefined for faults of another kind. */
export const errorOfFault = (fault: string, service: string, body: Buffer): Answer | undefined => {
  switch (fault) {
    case 'throttle':
      return errorOf(service, throttling[service] ?? throttled);
    case 'fail':
      return errorOf(service, failures[service] ?? failed);
    case 'conflict':
      return errorOf(service, conflict(body));
    case 'reject':
      return errorOf(service, { status: 400, code: 'MessageRejected', message: 'The message was rejected.' });
    case 'exceedQuota':
      return errorOf(service, { status: 400, code: 'Throttling', message: 'Daily message quota exceeded.' });
    default:
      return undefined;
  }
};
