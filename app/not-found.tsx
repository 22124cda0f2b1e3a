import { NotFoundText, nameNotFound } from "./_ui/not-found-text";
import { PageFrame } from "./_ui/page-frame";

export const generateMetadata = nameNotFound;

/** Outside every layout that brings a frame of its own. */
export default function NotFound() {
  return (
    <PageFrame>
      <NotFoundText />
    </PageFrame>
  );
}
