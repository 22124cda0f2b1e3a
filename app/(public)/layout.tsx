import type { ReactNode } from "react";
import { LanguagePicker } from "../_ui/language-picker";
import { PageFrame } from "../_ui/page-frame";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PageFrame picker={LanguagePicker}>{children}</PageFrame>;
}
