/** The region where a function runs. */

/** Its name, which Lambda gives every function; undefined where there is none, as in a test. */
export const region: string | undefined = process.env.AWS_REGION;
