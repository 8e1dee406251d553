/** The longest value of each text property, in characters (Microsoft 365's template and Entra). */
export const longest = {
  displayName: 256,
  givenName: 64,
  surname: 64,
  mailNickname: 64,
  jobTitle: 64,
  department: 64,
  officeLocation: 128,
  mobilePhone: 64,
  faxNumber: 64,
  streetAddress: 1023,
  city: 128,
  state: 128,
  postalCode: 40,
  country: 128,
  employeeId: 16,
} as const;

/** Longest business phone number, and how many of them; how many alternate addresses. */
export const longestPhone = 64;
export const mostPhones = 20;
export const mostMailAddresses = 20;
