import { Skeleton } from "../_ui/skeleton";

/** As high as what is coming, so that nothing moves when it comes. */
export function StandingSkeleton({ hasLast, hasPlace }: { hasLast: boolean; hasPlace: boolean }) {
  return (
    <>
      {hasLast && (
        <div className="grid min-h-58 content-start gap-4 rounded-card border border-line bg-card px-4 py-3 sm:px-7">
          <Skeleton className="h-6 w-1/2" />
          <Skeleton className="h-5" />
        </div>
      )}
      {hasPlace && (
        <div className="min-h-96 rounded-card border border-line bg-card px-4 py-3 sm:min-h-72 sm:px-7">
          <Skeleton className="h-6 w-1/3" />
        </div>
      )}
    </>
  );
}
