import { notFound } from "next/navigation";

/** Codes that lead somewhere are answered by server/http/join-codes.ts; the others come here. */
export default function UnknownCodePage() {
  notFound();
}
