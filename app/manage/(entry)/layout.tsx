import type { ReactNode } from "react";
import { PageFrame } from "@/app/_ui/page-frame";

export default function EntryLayout({ children }: { children: ReactNode }) {
  return <PageFrame>{children}</PageFrame>;
}
