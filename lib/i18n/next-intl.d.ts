import type { Locale as InterfaceLocale } from "./locales";
import type messages from "./messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: InterfaceLocale;
    Messages: typeof messages;
  }
}
