import { CodeForm } from "@/app/_share/code-form";
import { nameNotFound } from "@/app/_ui/not-found-text";

export const generateMetadata = nameNotFound;

export default function UnknownCode() {
  return <CodeForm problem="unknown" />;
}
