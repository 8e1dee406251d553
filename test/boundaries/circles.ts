/** Circles in who imports whom. */

/** An arrow of a graph. */
export type Arrow = { from: string; to: string };

/** Every largest set of places that all reach each other (Tarjan's strongly connected components), each in order. */
export const circlesOf = (arrows: readonly Arrow[]): string[][] => {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const place = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  const visit = (from: string): void => {
    place.set(from, place.size);
    lowest.set(from, place.get(from) as number);
    open.push(from);
    for (const { to } of next.get(from) ?? []) {
      if (!place.has(to)) visit(to);
      if (open.includes(to)) lowest.set(from, Math.min(lowest.get(from) as number, lowest.get(to) as number));
    }
    if (lowest.get(from) !== place.get(from)) return;
    const circle = open.splice(open.indexOf(from));
    if (circle.length > 1 || next.get(from)?.some(({ to }) => to === from)) circles.push(circle.toSorted());
  };

  for (const { from } of arrows) if (!place.has(from)) visit(from);
  return circles;
};
