import { type APIRequestContext, type BrowserContext, expect } from "@playwright/test";
import { createRandom } from "@/lib/math/random";

export interface MadeConversation {
  id: number;
  slug: string;
}

/** Makes conversations and simulated votes over HTTP, as the console and a phone would. */
export class Organiser {
  constructor(
    private readonly api: APIRequestContext,
    private readonly origin: string,
  ) {}

  async signIn(email: string, password: string): Promise<void> {
    const response = await this.api.post("/api/auth/sign-in/email", {
      data: { email, password },
      headers: { origin: this.origin },
    });
    expect(response.status(), await response.text()).toBe(200);
  }

  /** Signs a browser in as the owner too, without another try at the password: those are counted. */
  async lendSession(browser: BrowserContext): Promise<void> {
    const { cookies } = await this.api.storageState();
    await browser.addCookies(cookies);
  }

  /** An open conversation with these statements. */
  async open(input: {
    title: string;
    statements: string[];
    settings?: Record<string, unknown>;
  }): Promise<MadeConversation> {
    const made = await this.draft(input);
    await this.call("conversation.open", { conversationId: made.id });
    return made;
  }

  async draft(input: {
    title: string;
    statements: string[];
    settings?: Record<string, unknown>;
  }): Promise<MadeConversation> {
    return this.call<MadeConversation>("conversation.create", {
      title: input.title,
      seedStatements: input.statements,
      settings: input.settings,
    });
  }

  async close(conversation: MadeConversation): Promise<void> {
    await this.call("conversation.close", { conversationId: conversation.id });
  }

  /** Takes a statement that everybody sees out of the conversation. */
  async reject(conversation: MadeConversation, statementId: number): Promise<void> {
    await this.call("statement.moderate", {
      conversationId: conversation.id,
      statementId,
      from: "accepted",
      to: "rejected",
      reason: "off-topic",
    });
  }

  /** What a statement says in another language. */
  async translate(
    conversation: MadeConversation,
    input: { statementId: number; locale: string; text: string },
  ): Promise<void> {
    await this.call("translation.enter", { conversationId: conversation.id, ...input });
  }

  /** The newest analysis and the report's words of now, frozen as its next version. */
  async publishReport(conversation: MadeConversation): Promise<number> {
    const input = { conversationId: conversation.id };
    return (await this.call<{ number: number }>("report.publish", input)).number;
  }

  /**
   * Answers a statement as the form of the console does, once an analysis has found that it is shared;
   * `basedOn` is the wording seen last.
   */
  async answer(
    { slug }: MadeConversation,
    answer: {
      statement: number;
      decision: string;
      reason: string;
      unit?: string;
      basedOn?: number;
    },
  ): Promise<void> {
    const { statement, basedOn = 0, unit = "", ...words } = answer;
    const send = async () => {
      const response = await this.api.post(`/manage/c/${slug}/answers`, {
        form: { form: "answer", statement, basedOn, unit, ...words },
        headers: { origin: this.origin },
        maxRedirects: 0,
      });
      return response.status();
    };
    await expect.poll(send).toBe(303);
  }

  /** One newcomer's votes, by statement number; returns their token. */
  async vote(slug: string, votes: Record<number, 1 | 0 | -1>): Promise<string> {
    // Without a cookie jar: each call is somebody else's phone.
    const response = await fetch(`${this.origin}/api/v1/conversations/${slug}/votes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        votes: Object.entries(votes).map(([statement, value]) => ({
          statement: Number(statement),
          value,
        })),
      }),
    });
    expect(response.status).toBe(200);
    const answer: { participant: { token: string } } = await response.json();
    return answer.participant.token;
  }

  /**
   * Two camps of equal size that agree on the odd statements and take turns in agreeing with the
   * even ones: a camp that agreed with all of them would be people who agree readily, not a camp.
   * All vote at once: a number of groups that was found among the first few would stay for a while.
   */
  async voteInCamps(slug: string, people: number, statements: number): Promise<void> {
    const voting = Array.from({ length: people }, (_, person) => {
      const camp = person % 2 === 0 ? 0 : 2;
      const votes: Record<number, 1 | 0 | -1> = {};
      for (let statement = 0; statement < statements; statement += 1) {
        const strays = (person * 7 + statement * 3) % 11 === 0;
        const agrees = statement % 2 === 1 || statement % 4 === camp;
        votes[statement] = strays ? 0 : agrees ? 1 : -1;
      }
      return this.vote(slug, votes);
    });
    await Promise.all(voting);
  }

  /** Everybody tosses a coin for each statement: whatever groups were drawn would be chance. */
  async voteByCoin(slug: string, people: number, statements: number): Promise<void> {
    const random = createRandom(people * statements);
    for (let person = 0; person < people; person += 1) {
      const votes: Record<number, 1 | 0 | -1> = {};
      for (let statement = 0; statement < statements; statement += 1) {
        votes[statement] = random() < 0.5 ? 1 : -1;
      }
      await this.vote(slug, votes);
    }
  }

  /** One act of whoever presents, on what the one before left. */
  async present({ slug }: MadeConversation, basedOn: number, act: string): Promise<void> {
    const response = await this.api.post(`/api/manage/c/${slug}/present`, {
      form: { basedOn, act },
      headers: { origin: this.origin, accept: "application/json" },
    });
    expect(response.status(), await response.text()).toBe(200);
  }

  async latestVersion(slug: string): Promise<number> {
    const response = await this.api.get(`/api/v1/conversations/${slug}/analyses/latest`);
    if (!response.ok()) return 0;
    const analysis: { version: number } = await response.json();
    return analysis.version;
  }

  /** Votes that the newest analysis has seen, once it is a complete one; only such are published. */
  async countAnalysed(slug: string): Promise<number> {
    const response = await this.api.get(`/api/v1/conversations/${slug}/analyses/latest`);
    if (!response.ok()) return 0;
    const analysis: { votes: number; approximate?: boolean } = await response.json();
    return analysis.approximate ? 0 : analysis.votes;
  }

  /** Resolves once a complete analysis has seen so many votes. */
  async awaitAnalysis(slug: string, votes: number): Promise<void> {
    const find = async () => {
      const response = await this.api.get(`/api/v1/conversations/${slug}/analyses/latest`);
      return response.ok() ? await response.json() : null;
    };
    await expect.poll(find).toMatchObject({ votes, approximate: false });
  }

  /** Every row of the table of votes, as the organisers' export tells them. */
  async listVotes(slug: string): Promise<{ voter: string; statement: string; value: string }[]> {
    const response = await this.api.get(`/api/v1/conversations/${slug}/export/votes.csv`);
    expect(response.status()).toBe(200);
    const [, ...rows] = (await response.text()).trim().split("\n");
    return rows.map((row) => {
      const [, , statement = "", voter = "", value = ""] = row.split(",");
      return { voter, statement, value };
    });
  }

  private async call<T>(path: string, input: unknown): Promise<T> {
    const response = await this.api.post(`/api/trpc/${path}`, {
      data: { json: input },
      headers: { origin: this.origin },
    });
    expect(response.status(), await response.text()).toBe(200);
    const answer: { result: { data: { json: T } } } = await response.json();
    return answer.result.data.json;
  }
}
