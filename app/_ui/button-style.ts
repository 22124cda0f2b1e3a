export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const base =
  "inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-control border px-4 py-2 text-center font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55";

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-edge bg-card text-ink hover:border-ink",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft",
  danger: "border-disagree bg-card text-disagree hover:bg-disagree-soft",
};

export function buttonStyle(variant: ButtonVariant, className = ""): string {
  return `${base} ${variants[variant]} ${className}`;
}
