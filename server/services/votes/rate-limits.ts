import { ServiceError } from "../errors";

const FORGET_AFTER_MS = 600_000;
const MAX_BUCKETS = 200_000;

/** How many more newcomers than usual a hall may have behind its one address. */
const timesInHall = 10;

/** How many acts may come at once, and how many a second in the long run. */
interface Allowance {
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  atMs: number;
}

/** Kept in memory, by hashes that mean nothing outside this process. */
export interface RateLimits {
  /** @throws ServiceError TOO_MANY_REQUESTS with the seconds to wait */
  takeVotes(participantKey: string, votes: number): void;
  /** Counted against the address too: whoever throws their token away is a newcomer each time. */
  takeStatement(writer: { participantKey: string; addressKey: string }): void;
  /** Looking for similar statements while typing; a stranger is counted by address alone. */
  takeSearch(reader: { participantKey: string | null; addressKey: string }): void;
  /** One more newcomer from this address; a school behind one address must be able to take part. */
  takeNewcomer(addressKey: string): void;
  /** As takeNewcomer, while a live session runs: a whole hall comes at once. */
  takeNewcomerInHall(addressKey: string): void;
  /** Each makes the server read all votes of a conversation anew. */
  takeDeletion(addressKey: string): void;
  takeResumeCode(participantKey: string): void;
  /** Each may send a mail, and tells whether an address has an account. */
  takeInvitation(userId: string): void;
  /** Whoever guesses codes is stopped by their address, and many together by the conversation. */
  takeResumeTry(guess: { addressKey: string; conversationId: number }): void;
  /** A try at a code of a short address, and giving it back when it was right. */
  takeJoinTry(addressKey: string): void;
  returnJoinTry(addressKey: string): void;
}

export function createRateLimits(options: {
  newcomersPerMinute: number;
  nowMs?: () => number;
}): RateLimits {
  const { newcomersPerMinute, nowMs = () => performance.now() } = options;
  // A person votes once a second at most; a page that was offline sends a hundred at once.
  const votes = createLimiter({ burst: 600, perSecond: 10 }, nowMs);
  const statements = createLimiter({ burst: 20, perSecond: 0.1 }, nowMs);
  // A school writes a statement each within a lesson.
  const statementsHere = createLimiter({ burst: 300, perSecond: 1 }, nowMs);
  // Somebody who types asks twice a second at most, and most of the time reads.
  const searches = createLimiter({ burst: 60, perSecond: 1 }, nowMs);
  const searchesHere = createLimiter({ burst: 1_000, perSecond: 20 }, nowMs);
  const deletions = createLimiter({ burst: 60, perSecond: 0.2 }, nowMs);
  const codes = createLimiter({ burst: 10, perSecond: 1 / 60 }, nowMs);
  // A council invites its offices one after the other.
  const invitations = createLimiter({ burst: 30, perSecond: 0.05 }, nowMs);
  const tries = createLimiter({ burst: 40, perSecond: 0.2 }, nowMs);
  const triesInAll = createLimiter({ burst: 1000, perSecond: 2 }, nowMs);
  // There are 34 million codes. A hall behind one address mistypes now and then.
  const joinTries = createLimiter({ burst: 300, perSecond: 0.2 }, nowMs);
  const newcomers = createLimiter(
    { burst: newcomersPerMinute, perSecond: newcomersPerMinute / 60 },
    nowMs,
  );
  const newcomersInHall = createLimiter(
    {
      burst: newcomersPerMinute * timesInHall,
      perSecond: (newcomersPerMinute * timesInHall) / 60,
    },
    nowMs,
  );
  return {
    takeVotes: (key, amount) => votes(key, amount, "too-many-votes"),
    takeStatement({ participantKey, addressKey }) {
      statements(participantKey, 1, "too-many-statements");
      statementsHere(addressKey, 1, "too-many-statements");
    },
    takeSearch({ participantKey, addressKey }) {
      if (participantKey !== null) searches(participantKey, 1, "too-many-searches");
      searchesHere(addressKey, 1, "too-many-searches");
    },
    takeDeletion: (key) => deletions(key, 1, "too-many-deletions"),
    takeResumeCode: (key) => codes(key, 1, "too-many-codes"),
    takeInvitation: (key) => invitations(key, 1, "too-many-invitations"),
    takeResumeTry({ addressKey, conversationId }) {
      tries(addressKey, 1, "too-many-tries");
      triesInAll(String(conversationId), 1, "too-many-tries");
    },
    takeJoinTry: (key) => joinTries(key, 1, "too-many-tries"),
    returnJoinTry: (key) => joinTries(key, -1, "too-many-tries"),
    takeNewcomer: (key) => newcomers(key, 1, "too-many-newcomers"),
    takeNewcomerInHall: (key) => newcomersInHall(key, 1, "too-many-newcomers"),
  };
}

/** A token bucket a key. */
function createLimiter(allowance: Allowance, nowMs: () => number) {
  const buckets = new Map<string, Bucket>();
  return (key: string, amount: number, reason: string): void => {
    const atMs = nowMs();
    const bucket = buckets.get(key);
    const refilled = bucket ? ((atMs - bucket.atMs) / 1000) * allowance.perSecond : 0;
    const left = Math.min(allowance.burst, (bucket?.left ?? allowance.burst) + refilled);
    buckets.delete(key); // the freshest goes last, so the stalest is first
    buckets.set(key, { left: left < amount ? left : left - amount, atMs });
    forgetOld(buckets, atMs);
    if (left < amount) throw tooMany(reason, Math.ceil((amount - left) / allowance.perSecond));
  };
}

function forgetOld(buckets: Map<string, Bucket>, atMs: number): void {
  for (const [key, bucket] of buckets) {
    if (atMs - bucket.atMs < FORGET_AFTER_MS && buckets.size <= MAX_BUCKETS) return;
    buckets.delete(key);
  }
}

function tooMany(reason: string, retryAfterSeconds: number): ServiceError {
  const message = `Too many requests; try again in ${retryAfterSeconds} s.`;
  return new ServiceError("TOO_MANY_REQUESTS", reason, message, { retryAfterSeconds });
}
