import { NotFoundText } from "@/app/_ui/not-found-text";

export default function NotFound() {
  return <NotFoundText />;
}
