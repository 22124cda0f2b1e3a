/** A statement as it stands in a conversation, and the same thought as somebody else types it. */
export type Paraphrase = readonly [written: string, typed: string];

/**
 * Pairs for the search of similar statements, written down before it was built. Its score was chosen
 * by looking at the first ten of a language only; the others tell whether that fits anything else.
 */
export const paraphrases: Record<
  "en" | "zh-Hant",
  { chosenBy: Paraphrase[]; heldOut: Paraphrase[] }
> = {
  en: {
    chosenBy: [
      [
        "The city should build more sidewalks so children can walk to school safely.",
        "Kids need safe sidewalks on the way to school.",
      ],
      [
        "High speed internet should be available to every household in the county.",
        "Every home in the county ought to have fast internet.",
      ],
      [
        "We need a public bus line that also runs on weekends.",
        "Buses should run on Saturday and Sunday too.",
      ],
      [
        "Landlords should be fined when they do not repair unsafe apartments.",
        "Fine landlords who leave apartments in dangerous condition.",
      ],
      [
        "The noise from fireworks after midnight should be banned.",
        "Nobody should be allowed to set off fireworks late at night.",
      ],
      [
        "Recycling should be collected from every house once a week.",
        "The city should pick up recycling at home weekly.",
      ],
      [
        "Teachers should be paid more so that good ones stay here.",
        "We will lose our best teachers unless their pay goes up.",
      ],
      [
        "More trees should be planted along the main streets.",
        "Plant trees on Main Street and other big roads for shade.",
      ],
      [
        "The downtown parking garage should be free in the evening.",
        "Parking downtown ought to cost nothing after 6 pm.",
      ],
      [
        "Police officers should wear body cameras at all times.",
        "Body cameras ought to be mandatory for police.",
      ],
    ],
    heldOut: [
      [
        "The public library should stay open on Sundays.",
        "Please open the library on Sunday as well.",
      ],
      [
        "Restaurants should be allowed to put tables on the sidewalk in summer.",
        "Outdoor seating on sidewalks should be permitted for restaurants.",
      ],
      [
        "We should lower the speed limit near schools to 20 miles per hour.",
        "Cars must drive slower around schools, 20 mph at most.",
      ],
      [
        "The county should help addicts get treatment instead of jailing them.",
        "Drug addiction needs treatment, not jail.",
      ],
      [
        "Stray cats should be neutered rather than killed.",
        "Neuter stray cats, do not put them down.",
      ],
      [
        "The old railway station should be turned into a museum.",
        "Make a museum out of the abandoned train station.",
      ],
      [
        "New apartment buildings should include affordable units for low income families.",
        "Developers should have to offer some affordable apartments in every new building.",
      ],
      [
        "Bike lanes should be separated from car traffic by a curb.",
        "Protected bike lanes with a curb between cyclists and cars.",
      ],
      [
        "The council should publish how it spends our tax money.",
        "Tax spending by the council ought to be public.",
      ],
      [
        "Single use plastic bags should no longer be given out in shops.",
        "Stores should stop handing out plastic bags.",
      ],
    ],
  },
  "zh-Hant": {
    chosenBy: [
      ["計程車司機應該接受定期健康檢查。", "開計程車的人每年都要做健檢"],
      ["夜間公車班次應該增加。", "晚上的公車太少，應該加開班次"],
      ["乘客應該可以在上車前知道車資。", "上車以前就要讓乘客知道多少錢"],
      ["司機的良民證應該公開給乘客查詢。", "應該讓乘客可以查到司機有沒有良民證"],
      ["偏遠地區的老人需要免費接送看醫生。", "住偏鄉的長輩看病應有免費接送服務"],
      ["機車停車格太少，市中心應該多畫一些。", "市區要增加機車停車位"],
      ["人行道上不應該停放機車。", "機車不可以停在人行道"],
      ["電動車充電站應該設在每個社區。", "每個社區都要有電動車的充電設備"],
      ["車內應裝設行車紀錄器保障雙方安全。", "為了乘客與駕駛的安全，車上要有行車記錄器"],
      ["下雨天叫不到車是最大的問題。", "一下雨就很難叫到車"],
    ],
    heldOut: [
      ["公園應該設置更多無障礙設施。", "輪椅使用者需要公園有更好的無障礙環境"],
      ["垃圾車應該延長在晚上收運的時間。", "晚上收垃圾的時間要拉長"],
      ["國小附近的車速應該限制在三十公里。", "學校周邊車輛時速不應超過三十公里"],
      ["外送員應該有勞工保險。", "政府要替外送平台的騎士納保勞保"],
      ["夜市的攤販應該自備垃圾桶。", "夜市每個攤位都要準備自己的垃圾桶"],
      ["圖書館週末應該開到晚上十點。", "希望圖書館假日也開放到晚上"],
      ["長照人員的薪水太低，應該調高。", "照顧服務員薪水要提高才留得住人"],
      ["租屋補助應該給年輕人。", "年輕人租房子需要政府補助"],
      ["河堤旁應該多種樹遮蔭。", "沿著河堤種更多的樹"],
      ["騎樓應該淨空讓行人通行。", "行人要能走騎樓，不該被東西占滿"],
    ],
  },
};
