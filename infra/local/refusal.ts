/** A reason not to go on that is the whole message: shown as one sentence, without a stack trace. */
export class Refusal extends Error {
  override name = 'Refusal';
}
