/** For whoever expects that nobody is set aside: what fails is thrown. */
export const sparingNobody = {
  isTransient: () => false,
  reportSetAside: (_about: object, error: unknown): never => {
    throw error;
  },
};
