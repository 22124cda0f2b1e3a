import { createRandom, type Random } from "../random";
import { createVoteMatrix, type VoteMatrix } from "../votes/vote-matrix";

/** How participants differ besides their opinions. */
export type Style =
  | "none"
  /** Everybody's logit of agreeing is shifted, and that of passing, by normal amounts. */
  | "logit"
  /** "Agrees anyway" and "passes anyway", each with a probability of one's own, up to 0.5. */
  | "replacing"
  /** The same with "disagrees anyway" as well, up to 0.3 each. */
  | "contrary"
  /** Every share is shifted by a normal amount. */
  | "shifted"
  /** Three in ten agree anyway with probability 0.6; the others do not. */
  | "some";

export interface SimulatedOpinions {
  participants: number;
  /** Agree share among the judgements, and share of passes, by statement. */
  agreeShares: readonly number[];
  passShares: readonly number[];
  /** Share of the cells with a vote, by statement. */
  seenShares: readonly number[];
  style: Style;
  /** Two camps, 60 and 40 in 100, who differ by this on a third of the statements; 0: none. */
  difference: number;
  /** Whether the larger camp agrees more on all of these, or on about half. */
  direction: "one" | "mixed";
  /** Everybody stands on a line and agrees more or less the further along they are. */
  isContinuum?: boolean;
  seed: number;
}

/** Made-up votes, and the camp of each participant by id. The same seed gives the same votes. */
export function simulateOpinions(input: SimulatedOpinions): { votes: VoteMatrix; camps: number[] } {
  const random = createRandom(input.seed);
  const shares = leaveRoom(input);
  const statements = shares.length;
  const slopes = shares.map(() => (random() < 0.5 ? -1 : 1) * (0.5 + random()));
  const signs = shares.map(() => (input.direction === "one" || random() < 0.5 ? 1 : -1));
  const camps: number[] = [];
  const cells: [participant: number, statement: number, value: number][] = [];
  for (let participant = 0; participant < input.participants; participant++) {
    const camp = participant < Math.round(0.6 * input.participants) ? 0 : 1;
    const answer = drawStyle(input.style, random);
    const place = drawNormal(random);
    camps.push(camp);
    for (let statement = 0; statement < statements; statement++) {
      if (random() >= input.seenShares[statement]!) continue;
      const isDividing = statement < Math.round(statements / 3);
      const shift = isDividing ? signs[statement]! * input.difference * (0.5 - camp) : 0;
      const opinion = shares[statement]! + shift;
      const share = input.isContinuum ? shiftLogit(opinion, slopes[statement]! * place) : opinion;
      cells.push([participant, statement, answer(share, input.passShares[statement]!)]);
    }
  }
  const votes = createVoteMatrix({
    participant: Int32Array.from(cells, ([participant]) => participant),
    statement: Int32Array.from(cells, ([, statement]) => statement),
    value: Int8Array.from(cells, ([, , value]) => value),
  });
  return { votes, camps };
}

/** Shares of the statements that divide, moved so that both camps stay within 0 and 1. */
function leaveRoom({ agreeShares, difference }: SimulatedOpinions): number[] {
  const dividing = Math.round(agreeShares.length / 3);
  return agreeShares.map((share, statement) =>
    statement < dividing ? Math.min(1 - difference / 2, Math.max(difference / 2, share)) : share,
  );
}

type Answer = (agreeShare: number, passShare: number) => -1 | 0 | 1;

/** The way in which one participant answers. */
function drawStyle(style: Style, random: Random): Answer {
  const agreeable = drawNormal(random);
  const passing = drawNormal(random);
  const anyway = [random(), random(), random()] as const;
  const judge = (share: number) => (random() < share ? 1 : -1);
  switch (style) {
    case "none":
      return (share, passShare) => (random() < passShare ? 0 : judge(share));
    case "logit":
      return (share, passShare) =>
        random() < shiftLogit(passShare, passing) ? 0 : judge(shiftLogit(share, agreeable));
    case "shifted":
      return (share, passShare) =>
        random() < passShare + 0.1 * passing ? 0 : judge(share + 0.15 * agreeable);
    case "replacing":
      return (share, passShare) => {
        if (random() < 0.5 * anyway[0]) return 1;
        return random() < 0.5 * anyway[1] || random() < passShare ? 0 : judge(share);
      };
    case "contrary":
      return (share, passShare) => {
        if (random() < 0.3 * anyway[0]) return 1;
        if (random() < 0.3 * anyway[2]) return -1;
        return random() < 0.3 * anyway[1] || random() < passShare ? 0 : judge(share);
      };
    case "some":
      return (share, passShare) => {
        if (anyway[0] < 0.3 && random() < 0.6) return 1;
        return (anyway[1] < 0.3 && random() < 0.5) || random() < passShare ? 0 : judge(share);
      };
  }
}

function shiftLogit(share: number, shift: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, share));
  return 1 / (1 + ((1 - bounded) / bounded) * Math.exp(0 - shift));
}

/** Nearly: the sum of twelve uniform numbers, less six. */
function drawNormal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}
