/** Where a page that may not rely on its cookie has the token of whoever votes. */
export interface TokenKeeper {
  read(): string | null;
  keep(token: string): void;
  forget(): void;
}
