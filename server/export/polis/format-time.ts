/** What was written last: votes come in order, many a second. */
let known = { second: Number.NaN, text: "" };

/** As the newest exports write it, always in UTC: `Wed Jul 27 2022 15:09:49 GMT+0000 (…)`. */
export function formatDatetime(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (second !== known.second) known = { second, text: formatSecond(ms) };
  return known.text;
}

function formatSecond(ms: number): string {
  const [weekday, day, month, year, time] = new Date(ms).toUTCString().split(/,? /);
  return `${weekday} ${month} ${day} ${year} ${time} GMT+0000 (Coordinated Universal Time)`;
}
