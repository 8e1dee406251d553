// Somebody whom a directory on premises decides of, by Microsoft's client as it is.
const refusalOf = async (work) => {
  try {
    await work;
  } catch ({ statusCode, code, body }) {
    const { details = [] } = JSON.parse(body);
    return [statusCode, code, details.map(({ target }) => target)];
  }
  throw new Error('it was not refused');
};

const person = graph.api(`/users/${name}`);
const select = ['onPremisesSyncEnabled', 'onPremisesProvisioningErrors'];
const { onPremisesSyncEnabled, onPremisesProvisioningErrors } = await graph.api(`/users/${name}`).select(select).get();
const patch = await refusalOf(person.patch({ displayName: 'Other', jobTitle: 'Countess', usageLocation: 'DE' }));
const remove = await refusalOf(person.delete());
await person.patch({ usageLocation: 'NL' });
const { usageLocation } = await graph.api(`/users/${name}`).select('usageLocation').get();
console.log(
  JSON.stringify({ onPremises: [onPremisesSyncEnabled, onPremisesProvisioningErrors], patch, remove, usageLocation }),
);
