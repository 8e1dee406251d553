import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { Need } from './needs.ts';

/** What is said of a need: what it is, what comes of it, and what the next step is called. */
export type NeedWords = { title: string; what?: string; step: string };

/** The words of a need, in the reader's language. */
export const useNeedWords = (): ((need: Need) => NeedWords) => {
  const { home } = useTexts();
  const { day, dayOfCalendar, moment, number } = useFormats();
  return (need) => {
    switch (need.kind) {
      case 'noAdministrator':
        return { title: home.noAdministrator, what: home.noAdministratorWhat, step: home.addAdministrator };
      case 'onHold':
        return { title: home.onHold(need.fileName), what: home.onHoldWhat(need.seats), step: home.decide };
      case 'refused':
        return { title: home.refused(need.fileName, need.rows), what: day(need.day), step: home.seeRows };
      case 'failed':
        return { title: home.failed(need.fileName), what: need.message, step: home.seeImport };
      case 'moreImports':
        return { title: home.moreImports(need.imports), step: home.seeImports };
      case 'synchronizationHeld':
        return { title: home.synchronizationHeld, what: home.heldWhy[need.why], step: home.decide };
      case 'synchronizationSilent':
        return { title: home.synchronizationSilent(moment(need.last)), what: home.silentWhat, step: home.decide };
      case 'synchronizationRefused':
        return { title: home.synchronizationRefused(need.objects, need.isAll), step: home.seeRows };
      case 'buy':
        return {
          title: home.waiting(need.licence, need.seats),
          what: home.waitingWhat,
          step: home.buy(number(need.seats)),
        };
      case 'bounced':
        return {
          title: need.people === 1 ? home.bouncedOne(need.name) : home.bounced(need.people, need.isAll),
          what: home.bouncedWhat,
          step: home.correct,
        };
      case 'graces':
        return {
          title: home.graces(need.mailboxes),
          what: home.gracesWhat(dayOfCalendar(need.first)),
          step: home.seeWhose,
        };
      case 'deletions':
        return { title: home.deletions(need.people), what: home.deletionsWhat, step: home.seeWhom };
    }
  };
};
