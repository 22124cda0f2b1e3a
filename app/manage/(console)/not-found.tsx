import { NotFoundText, nameNotFound } from "@/app/_ui/not-found-text";

export const generateMetadata = nameNotFound;

export default function NotFound() {
  return <NotFoundText />;
}
