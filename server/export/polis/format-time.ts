/** As the newest exports write it, always in UTC: `Wed Jul 27 2022 15:09:49 GMT+0000 (…)`. */
export function formatDatetime(ms: number): string {
  const [, weekday, day, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/.exec(new Date(ms).toUTCString()) ?? [];
  return `${weekday} ${month} ${day} ${year} ${time} GMT+0000 (Coordinated Universal Time)`;
}
