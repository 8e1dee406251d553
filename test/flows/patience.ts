/** Before each file of flows: more time, since what they wait for takes several functions on a machine that may be busy. */

jest.setTimeout(120_000);
