import type { ReactNode } from "react";

const tones = {
  info: "border-accent bg-accent-soft",
  success: "border-agree bg-agree-soft",
  warning: "border-warning bg-warning-soft",
  error: "border-disagree bg-disagree-soft",
};

interface Props {
  tone?: keyof typeof tones;
  title?: ReactNode;
  /** `status` announces politely, `alert` at once; leave out for what is there from the start. */
  role?: "status" | "alert";
  children?: ReactNode;
}

/** Says what happened, what is safe, and what to do. */
export function Notice({ tone = "info", title, role, children }: Props) {
  return (
    <div role={role} className={`rounded-control border-s-4 px-4 py-3 ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
