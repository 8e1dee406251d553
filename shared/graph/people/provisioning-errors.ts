/** Why people are not as they are in the directory on premises: Graph's onPremisesProvisioningErrors, of whom they are asked. */
import type { Person } from '../../domain/person.ts';
import type { ObjectError, SynchronizationStore } from '../../work/imports/synchronization-store.ts';

/** Its name among a user's properties. As in Graph it is told where `$select` names it, and nowhere else. */
export const provisioningErrors = 'onPremisesProvisioningErrors';

/**
 * Graph's onPremisesProvisioningError. Where it is no conflict, the category is our code; the property is named as Graph
 * does, with a capital letter, and its value is told where it is the user name.
 */
export const provisioningErrorOf = ({ code, target, userPrincipalName, occurredDateTime }: ObjectError) => {
  // Graph's only category, of what somebody else has already.
  const isConflict = code === 'UserNameTaken';
  const property = isConflict ? 'userPrincipalName' : target;
  return {
    category: isConflict ? 'PropertyConflict' : code,
    occurredDateTime,
    propertyCausingError: property === undefined ? null : property.charAt(0).toUpperCase() + property.slice(1),
    value: property === 'userPrincipalName' ? userPrincipalName || null : null,
  };
};

/** The errors of each of these people, in one read for all; none is made where nobody came from on premises. */
export const provisioningErrorsOf = async (
  people: readonly Person[],
  { errorsOf }: Pick<SynchronizationStore, 'errorsOf'>,
): Promise<(person: Person) => ReturnType<typeof provisioningErrorOf>[]> => {
  const ids = people.flatMap(({ onPremisesObjectGuid }) => onPremisesObjectGuid ?? []);
  const errors = ids.length > 0 ? await errorsOf(ids) : new Map<string, ObjectError>();
  return ({ onPremisesObjectGuid }) => {
    const error = errors.get(onPremisesObjectGuid ?? '');
    return error ? [provisioningErrorOf(error)] : [];
  };
};
