import type { ConversationPlan } from "./conversation-plan";

// The camps, in the order of the three percentages: visitors and young people, stall keepers, and
// those who live beside the market.
const VISITORS = 0;
const KEEPERS = 1;
const RESIDENTS = 2;

/** A made-up quarter talks about its night market, in Traditional Chinese. */
export const nightMarket: ConversationPlan = {
  slug: "night-market",
  title: "河岸夜市的下一個十年，該怎麼走？",
  description:
    "柳岸區正在修訂夜市的管理辦法。請對別人的意見表態，也補上還沒有人說的話。各群都同意的意見，區公所會逐條公開回覆。",
  language: "zh-Hant",
  settings: { askedBy: "柳岸區公所（虛構的行政區）", publicVotes: true },
  campShares: [0.45, 0.25, 0.3],
  participants: 320,
  seed: 20_260_302,
  statements: [
    { text: "夜市平日應該在晚上十一點以前收攤。", agree: [38, 12, 93], pass: 8 },
    { text: "攤位應該一律提供環保餐具，不再使用一次性餐盒。", agree: [82, 24, 74], pass: 11 },
    { text: "夜市入口需要一間乾淨的公共廁所。", agree: [95, 92, 94], pass: 3 },
    { text: "假日應該封閉河岸路，讓行人走得安心。", agree: [90, 71, 28], pass: 7 },
    { text: "攤位租金不該每年調漲。", agree: [57, 96, 40], pass: 18 },
    { text: "每個攤位都應該標示價格。", agree: [94, 78, 88], pass: 5 },
    { text: "表演和叫賣不應該使用擴音器。", agree: [44, 17, 91], pass: 9 },
    { text: "垃圾清運的費用應該由攤商分攤。", agree: [68, 15, 90], pass: 11 },
    { text: "夜市應該保留一定比例的在地老攤。", agree: [86, 83, 77], pass: 9 },
    { text: "附近需要更多機車停車格。", agree: [81, 88, 32], pass: 8 },
    { text: "攤位之間要留出輪椅和嬰兒車能通過的寬度。", agree: [92, 75, 93], pass: 5 },
    { text: "沒有抽到籤的攤商，也該有輪流擺攤的機會。", agree: [61, 47, 45], pass: 27 },
    {
      text: "油煙應該經過濾淨才能排放。",
      agree: [84, 35, 95],
      pass: 7,
      writtenBy: RESIDENTS,
    },
    {
      text: "夜市越熱鬧，整個區的生意越好。",
      agree: [80, 94, 26],
      pass: 10,
      writtenBy: KEEPERS,
    },
    {
      text: "末班公車應該延到夜市收攤以後。",
      agree: [93, 87, 71],
      pass: 7,
      writtenBy: VISITORS,
    },
    {
      text: "住在夜市旁邊的人，至少每週該有兩個安靜的晚上。",
      agree: [55, 16, 94],
      pass: 10,
      writtenBy: RESIDENTS,
    },
    {
      text: "攤商應該收行動支付，但也要繼續收現金。",
      agree: [91, 66, 78],
      pass: 9,
      writtenBy: VISITORS,
    },
    {
      text: "新的規定應該先試辦半年，再決定要不要上路。",
      agree: [83, 81, 80],
      pass: 10,
      writtenBy: KEEPERS,
    },
    {
      text: "管理委員會裡應該有居民、攤商和青年的席次。",
      agree: [85, 72, 89],
      pass: 10,
      writtenBy: RESIDENTS,
    },
    {
      text: "河邊應該多種一些樹，白天也能讓人坐下來休息。",
      agree: [94, 70, 90],
      pass: 7,
      writtenBy: VISITORS,
    },
    {
      text: "夜市裡應該有一座給孩子玩的小廣場。",
      agree: [58, 39, 52],
      pass: 26,
      writtenBy: VISITORS,
      moderation: "pending",
    },
  ],
};
