const DAY_MS = 86_400_000;

/** The day written last: votes of one day come together. */
let known = { day: Number.NaN, text: "" };

/** As the newest exports write it, always in UTC: `Wed Jul 27 2022 15:09:49 GMT+0000 (…)`. */
export function formatDatetime(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  if (day !== known.day) known = { day, text: formatDay(ms) };
  const second = Math.floor((ms - day * DAY_MS) / 1000);
  const time = [second / 3600, (second / 60) % 60, second % 60].map(twoDigits).join(":");
  return `${known.text} ${time} GMT+0000 (Coordinated Universal Time)`;
}

function formatDay(ms: number): string {
  const [, weekday, day, month, year] =
    /^(\w+), (\d+) (\w+) (\d+) /.exec(new Date(ms).toUTCString()) ?? [];
  return `${weekday} ${month} ${day} ${year}`;
}

function twoDigits(count: number): string {
  return String(Math.floor(count)).padStart(2, "0");
}
