/** From Graph's body to the draft of a person. */
import type { Draft } from '../../domain/people/draft.ts';
import type { CreateUserBody } from './create-user-body.ts';

/** The draft that a body asks for; properties that it leaves out, or leaves empty, are absent. */
export const draftFromBody = (body: Partial<CreateUserBody>): Draft => {
  const { assignedLicenses, passwordProfile, credentialDelivery, ...profile } = body;
  const { password, forceChangePasswordNextSignIn: mustChangePassword } = passwordProfile ?? {};
  const plans = (assignedLicenses ?? []).map(({ skuId: licence, disabledPlans = [] }) => ({
    licence,
    plans: disabledPlans,
  }));
  const draft = {
    ...profile,
    ...(assignedLicenses && { licences: assignedLicenses.map(({ skuId }) => skuId) }),
    ...(plans.some((one) => one.plans.length > 0) && { disabledPlans: plans }),
    ...(password !== undefined && { password }),
    ...(mustChangePassword !== undefined && { mustChangePassword }),
    ...(credentialDelivery && 'to' in credentialDelivery && { sendCredentialsTo: credentialDelivery.to }),
    ...(credentialDelivery && 'show' in credentialDelivery && { showCredentials: true }),
  };
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== '')) as Draft;
};
