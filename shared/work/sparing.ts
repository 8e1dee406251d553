/** One of many whose part always fails is set aside, and seen, so that the others go on. */

/** What is set aside: a person, or an import that cannot be read. */
export type SetAside = { userId: string } | { importId: string };

export type SparingPorts = {
  /** Whether what failed may succeed a moment later: then all are left to another try. */
  isTransient: (error: unknown) => boolean;
  /** Says for whom what failed, where an operator sees it. */
  reportSetAside: (about: SetAside, error: unknown) => void;
};

/** Set aside by one call at most: where more fail, it is not they who are at fault. */
const most = 10;

/**
 * Does the work of many at once, and when that fails, of each alone: whoever fails alone is set aside. `putOff` may see to
 * it that they are not found again at once. Throws what may pass, and what befalls too many. Counts over all of its work,
 * so that it is made once for a call.
 */
export const sparing = ({ isTransient, reportSetAside }: SparingPorts, putOff: (id: string) => Promise<unknown>) => {
  let aside = 0;
  const alone = async (id: string, work: (ids: string[]) => Promise<void>): Promise<void> => {
    try {
      await work([id]);
    } catch (error) {
      if (isTransient(error) || aside === most) throw error;
      aside += 1;
      reportSetAside({ userId: id }, error);
      // Should that fail too, they are found again by the next sweep, and so is everybody behind them.
      await putOff(id).catch(() => undefined);
    }
  };
  return async (ids: string[], work: (ids: string[]) => Promise<void>): Promise<void> => {
    try {
      if (ids.length > 1) return await work(ids);
    } catch (error) {
      if (isTransient(error)) throw error;
    }
    for (const id of ids) await alone(id, work);
  };
};
