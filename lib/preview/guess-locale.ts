import { guessLanguage } from "@/lib/i18n/guess-language";
import { defaultLocale, findLocale, type Locale } from "@/lib/i18n/locales";

const scripts: [RegExp, Locale][] = [
  [/[پچژگکی]/u, "fa"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{Script=Tamil}/u, "ta"],
];

/** Short words that a text of the language can hardly do without, and that few others write. */
const words: [Locale, string][] = [
  ["en", "the of and should what how we is our"],
  ["es", "el los las una qué cómo con más nuestra debería"],
  ["pt-BR", "o os uma não como são nossa você deveria"],
  ["fr", "les des une est nous dans quel quelle notre faut"],
  ["de", "der das und ist wir wie soll sollen unsere nicht"],
  ["it", "gli della che è una come nostra dovrebbe perché"],
  ["nl", "het een van wij hoe onze moeten is wat niet"],
  ["da", "og det vi hvordan vores skal ikke af hvad"],
  ["sv", "och det vi hur vår ska inte av vad bör"],
  ["fi", "ja on mitä miten pitäisikö meidän että ei tulisi"],
  ["et", "ja on mida kuidas meie peaks et ei kas"],
  ["ro", "și este cum ce nu noastră trebuie să din"],
  ["hr", "je kako što treba naše li da grad bi"],
  ["sk", "je ako čo by sme naše má sa mesto"],
  ["pl", "jest jak czy nie się nasze powinno co miasto"],
  ["tr", "ve bir nasıl için mi ne bu olmalı mu"],
  ["id", "dan yang kita bagaimana apa untuk tidak apakah di"],
  ["cy", "y yr a sut ein dylai beth mae dylid"],
];

/**
 * The language of the interface that a conversation is most likely held in, told by its own words.
 * @param offered the languages whose texts are there
 * @returns the default for what cannot be told, or is not offered
 */
export function guessLocale(text: string, offered: readonly Locale[]): Locale {
  const byScript = scripts.find(([script]) => script.test(text))?.[1];
  const locale = byScript ?? findLocale(guessLanguage(text))?.tag ?? guessByWords(text);
  return locale && offered.includes(locale) ? locale : defaultLocale;
}

function guessByWords(text: string): Locale | null {
  const present = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const scores = words.map(([locale, list]) => ({
    locale,
    score: list.split(" ").filter((word) => present.has(word)).length,
  }));
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > (second?.score ?? 0) ? best.locale : null;
}
