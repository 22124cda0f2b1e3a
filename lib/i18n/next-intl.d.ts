import type { formats } from "./formats";
import type { Locale as InterfaceLocale } from "./locales";
import type messages from "./messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Formats: typeof formats;
    Locale: InterfaceLocale;
    Messages: Omit<typeof messages, "reviewed">;
  }
}
