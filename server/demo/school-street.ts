import type { ConversationPlan } from "./conversation-plan";

/**
 * A conversation that is over, with what became of it: answered in part, and in part overdue. Written for
 * this demonstration. The camps: parents who bring their children by car, and those who live there.
 */
export const schoolStreet: ConversationPlan = {
  slug: "school-street",
  title: "How should children get to the Mill School?",
  description:
    "In the morning the street in front of the school is full. What should change? Lindenford answers " +
    "in public every statement that everyone shares.",
  language: "en",
  settings: {
    askedBy: "Lindenford Town Council (a made-up town)",
    publicVotes: true,
    answerDays: 30,
  },
  campShares: [0.55, 0.45],
  participants: 240,
  seed: 20_260_115,
  statements: [
    { text: "Close the street to cars for half an hour before school.", agree: [24, 88], pass: 6 },
    { text: "There should be a guarded crossing at the bakery.", agree: [93, 91], pass: 4 },
    { text: "Parents who drive need a place to stop.", agree: [91, 31], pass: 8 },
    { text: "The school needs covered bicycle stands.", agree: [88, 90], pass: 7 },
    { text: "Whoever parks on the pavement should be fined at once.", agree: [27, 89], pass: 7 },
    {
      text: "The school bus should come through the new estate as well.",
      agree: [90, 86],
      pass: 8,
    },
    { text: "Lessons could begin at half past eight.", agree: [61, 38], pass: 21 },
    { text: "It is too dangerous to let children walk alone.", agree: [78, 22], pass: 9 },
    { text: "The broken street lamps on the way must be mended.", agree: [94, 93], pass: 3 },
    { text: "Cars have no business near a school.", agree: [14, 81], pass: 7 },
    { text: "Older pupils could walk with younger ones.", agree: [72, 84], pass: 14, writtenBy: 1 },
    {
      text: "Driving them is nobody's business but ours.",
      agree: [74, 13],
      pass: 12,
      writtenBy: 0,
    },
  ],
  closed: {
    daysAgo: 45,
    answers: [
      {
        statement: 8,
        wordings: [
          {
            daysAgo: 38,
            decision: "will-act",
            reason: "All eleven lamps are replaced. The money is there.",
            unit: "Public Works",
            dueInDays: 21,
          },
        ],
        updates: [
          { daysAgo: 30, status: "started", text: "The first four are lit again." },
          { daysAgo: 20, status: "done", text: "All eleven are lit." },
        ],
      },
      {
        statement: 3,
        wordings: [
          {
            daysAgo: 37,
            decision: "will-act",
            reason: "Stands for 120 bicycles are built in the summer holidays.",
            unit: "Schools Office",
            dueInDays: 120,
          },
          {
            daysAgo: 12,
            decision: "partly",
            reason:
              "Stands for 60 bicycles are built in the summer holidays. For 120 the yard is too " +
              "small: half of it would be lost as a playground.",
            unit: "Schools Office",
            dueInDays: 120,
          },
        ],
        updates: [{ daysAgo: 5, status: "started", text: "The order is placed." }],
      },
      {
        statement: 5,
        wordings: [
          {
            daysAgo: 25,
            decision: "will-not",
            reason:
              "The detour would take eleven minutes, for nine children. We pay for their bus pass " +
              "on line 4 instead, which stops at both ends.",
            unit: "Schools Office",
            dueInDays: null,
          },
        ],
        updates: [],
      },
    ],
  },
};
