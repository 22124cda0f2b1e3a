export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** Sends mail through the operator's server. */
export interface Mailer {
  /** False: there is no server, and nothing is sent. */
  isConfigured: boolean;
  /** True once the server has taken it; false when it does not, which is logged. Never throws. */
  send(mail: Mail): Promise<boolean>;
  close(): void;
}

/** Where no mail server is configured. */
export const noMailer: Mailer = {
  isConfigured: false,
  send: async () => false,
  close: () => {},
};
