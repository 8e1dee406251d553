/** Stands where something is being loaded, as large as it will be, so that nothing jumps. */
import Skeleton from '@cloudscape-design/components/skeleton';

/** Cloudscape's own is nearly black in this size: the style sheet pales it. */
export const LoadingBlock = (size: { height?: string; width?: string }) => (
  <div className="loading-block">
    <Skeleton {...size} />
  </div>
);
