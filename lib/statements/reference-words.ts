/**
 * How statements begin that lean on something the reader has not before their eyes: on another statement,
 * or on what was said. Whole words in lower case; scripts without spaces by their first characters.
 */
const references: Record<string, string[]> = {
  en: [
    "i agree",
    "i disagree",
    "as above",
    "same as",
    "see above",
    "this statement",
    "the above",
    "the previous",
    "the last one",
    "me too",
    "exactly",
    "+1",
  ],
  de: [
    "ich stimme zu",
    "stimme zu",
    "wie oben",
    "siehe oben",
    "dem stimme ich",
    "sehe ich auch so",
    "diese aussage",
    "genau",
  ],
  fr: [
    "je suis d'accord",
    "d'accord avec",
    "comme ci-dessus",
    "voir ci-dessus",
    "cette affirmation",
    "idem",
    "moi aussi",
  ],
  es: [
    "estoy de acuerdo",
    "de acuerdo con",
    "como arriba",
    "ver arriba",
    "esta afirmación",
    "lo mismo",
    "yo también",
  ],
  pt: [
    "concordo com",
    "eu concordo",
    "como acima",
    "ver acima",
    "esta afirmação",
    "idem",
    "eu também",
  ],
  it: [
    "sono d'accordo",
    "d'accordo con",
    "come sopra",
    "vedi sopra",
    "questa affermazione",
    "idem",
    "anch'io",
  ],
  nl: ["ik ben het eens", "eens met", "zie boven", "zoals hierboven", "deze stelling", "ik ook"],
  da: ["jeg er enig", "enig i", "se ovenfor", "som ovenfor", "dette udsagn"],
  sv: ["jag håller med", "håller med", "se ovan", "som ovan", "detta påstående"],
  fi: ["olen samaa mieltä", "samaa mieltä", "katso yllä", "kuten yllä", "tämä väite"],
  pl: ["zgadzam się", "jak wyżej", "patrz wyżej", "to stwierdzenie", "ja też"],
  tr: ["katılıyorum", "yukarıdaki", "yukarıda", "bu ifade", "aynen", "ben de"],
  id: ["saya setuju", "setuju dengan", "seperti di atas", "lihat di atas", "pernyataan ini"],
  ru: [
    "я согласен",
    "я согласна",
    "согласен с",
    "согласна с",
    "см. выше",
    "как выше",
    "это утверждение",
  ],
  uk: ["я згоден", "я згодна", "згоден з", "згодна з", "див. вище", "як вище", "це твердження"],
  el: ["συμφωνώ", "διαφωνώ", "όπως παραπάνω", "βλέπε παραπάνω", "αυτή η δήλωση"],
  ar: ["أتفق مع", "أوافق على", "أوافق على ما", "كما ورد أعلاه", "انظر أعلاه"],
  fa: ["موافقم", "با این نظر", "مانند بالا"],
  he: ["אני מסכים", "אני מסכימה", "ראו לעיל", 'כנ"ל', "הטענה הזאת"],
  hi: ["मैं सहमत", "ऊपर दिया", "यह कथन"],
  "zh-Hant": [
    "同上",
    "如上",
    "樓上",
    "我同意",
    "我不同意",
    "我也是",
    "這則意見",
    "上面那",
    "上一則",
    "前面說的",
    "+1",
  ],
  "zh-Hans": ["楼上", "这条意见", "上一条", "前面说的", "这个观点"],
  ja: ["同意見", "同意します", "上の意見", "上と同じ", "この意見", "前の意見", "私も"],
  ko: ["동의합니다", "위와 같", "위 의견", "이 의견", "저도"],
};

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const all = Object.values(references).flat();

/** Whether a text begins by pointing at something else. */
export function startsWithReference(text: string): boolean {
  const plain = text.normalize("NFC").toLowerCase().replaceAll("’", "'");
  return all.some((words) => {
    if (!plain.startsWith(words)) return false;
    const next = [...plain.slice(words.length)][0];
    return next === undefined || spaceless.test(words) || !/[\p{L}\p{M}\p{N}]/u.test(next);
  });
}
