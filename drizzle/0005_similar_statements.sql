-- Every word of a text in one spelling, with single spaces between: compatibility forms, accents, vowel
-- points, case and punctuation are gone. Nothing here asks the database's locale, which may know ASCII alone.
CREATE OR REPLACE FUNCTION statement_fold(body text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim(regexp_replace(
  translate(
    lower(normalize(regexp_replace(
      normalize(body, NFKD),
      '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670''\u2019\u02bc]',
      '', 'g'
    ), NFKC) COLLATE "C"),
    'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐҒҚҢҮҰҺӘӨÆÐØÞĐĦŁŊŒŦƏẞԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖςıيىك',
    'αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґғқңүұһәөæðøþđħłŋœŧəßաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆσiییک'
  ) COLLATE "C",
  -- The same blocks of Unicode as in lib/statements/fold-text.ts.
  '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u037e\u0387\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0600-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e5a\u0e5b\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u30fb\ufe00-\ufe6f\uff00-\uff0f\uff1a-\uff20]+',
  ' ', 'g'
));--> statement-breakpoint
-- The pairs of neighbouring characters of a text, the edges of words included, and each Han character by
-- itself, which is a word already. The number of the conversation goes in front, as in every key that grows.
CREATE OR REPLACE FUNCTION statement_bigrams(conversation integer, body text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(DISTINCT conversation || ':' || gram COLLATE "C"), '{}')
  FROM (
    SELECT width, CASE width
      WHEN 1 THEN letter
      ELSE letter || lead(letter) OVER (PARTITION BY width ORDER BY place)
    END AS gram
    FROM string_to_table(' ' || statement_fold(body) || ' ', NULL) WITH ORDINALITY AS letters (letter, place),
      (VALUES (1), (2)) AS widths (width)
  ) AS grams
  WHERE gram <> '  ' AND (width = 2 OR gram ~ '^[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]$')
);--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "bigrams" text[] GENERATED ALWAYS AS (statement_bigrams(conversation_id, text)) STORED;--> statement-breakpoint
CREATE INDEX "statements_bigrams_idx" ON "statements" USING gin ("bigrams") WITH (fastupdate=false);