import type { Formats } from "next-intl";

/** Named ways to write a date. A moment names its time zone: it is the server's, not the reader's. */
export const formats = {
  dateTime: {
    moment: {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    },
  },
} as const satisfies Formats;
