/** What a request was judged by, and which is kept between requests, is not what holds now. */

/**
 * Thrown before anything was written by it: the request is to be judged anew, by what holds now. It is no refusal, and
 * nobody outside ever sees it.
 */
export class Outdated extends Error {
  constructor() {
    super('the settings or licences that this request began with are not those of now');
  }
}
