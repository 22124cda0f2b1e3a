const dayMs = 86_400_000;

/** Whole days until a conversation closes; 0 on its last day and after it. */
export function countDaysLeft(closesAt: Date, now: Date): number {
  return Math.max(0, Math.floor((closesAt.getTime() - now.getTime()) / dayMs));
}
